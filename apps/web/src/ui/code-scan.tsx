import { TextInput } from "@mantine/core";
import { IconBarcode } from "@tabler/icons-react";
import { useState } from "react";
import { messages } from "../messages/index.ts";

interface Scan {
  readonly label?: string;
  readonly description?: string;
  readonly error?: string | null;
  /** The whole code, once Enter came: a keyboard wedge ends each scan with it. */
  readonly onCode: (code: string) => void;
}

/** Takes a scanner that types, or a person who does. */
export function CodeScan({ label = messages.ui.code, description = messages.ui.codeHint, error = null, onCode }: Scan) {
  const [text, setText] = useState("");
  return (
    <TextInput
      label={label}
      description={description}
      error={error}
      value={text}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconBarcode size={20} stroke={1.6} />}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || text.trim() === "") return;
        event.preventDefault();
        onCode(text.trim());
        setText("");
      }}
    />
  );
}
