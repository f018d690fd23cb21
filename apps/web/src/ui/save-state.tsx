import { Text } from "@mantine/core";
import { messages } from "../messages/index.ts";

export type Saving =
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "saving" | "unsaved" | "failed" | "unreachable" };

const notWithClinic: readonly Saving["state"][] = ["failed", "unreachable"];

/** Says in words whether what was typed is with the clinic yet. */
export function SaveState({ saving }: { readonly saving: Saving }) {
  return (
    <Text role="status" size="sm" c={notWithClinic.includes(saving.state) ? "var(--fb-stop)" : "dimmed"}>
      {wordsFor(saving)}
    </Text>
  );
}

function wordsFor(saving: Saving): string {
  switch (saving.state) {
    case "saved":
      return messages.ui.saved(saving.at);
    case "saving":
      return messages.ui.saving;
    case "unsaved":
      return messages.ui.unsaved;
    case "failed":
      return messages.ui.saveFailed;
    case "unreachable":
      return messages.ui.saveUnreachable;
    default:
      return saving satisfies never;
  }
}
