import { Kbd, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { messages } from "../messages/index.ts";

export const patientSearchId = "patient-search";

/** Enter goes to the list with what was typed; "/" from anywhere puts the cursor here. */
export function PatientSearchBox() {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  return (
    <search className="fb-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: "/patients", search: { q: text } });
        }}
      >
        <TextInput
          id={patientSearchId}
          size="sm"
          type="search"
          aria-label={messages.shell.searchLabel}
          placeholder={messages.shell.searchHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          rightSection={<Kbd size="xs">{messages.shell.searchKey}</Kbd>}
          rightSectionProps={{ "aria-hidden": true }}
        />
      </form>
    </search>
  );
}
