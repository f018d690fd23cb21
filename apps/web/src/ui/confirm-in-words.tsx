import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../messages/index.ts";
import { Dialog } from "./dialog.tsx";

interface Confirmation {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will be so afterwards, and that it can't be undone. */
  readonly consequence: string;
  /** The verb on the button: "Sign the session". */
  readonly act: string;
  /** Where given it must be typed: for what is destroyed. */
  readonly word?: string;
  readonly isBusy?: boolean;
  readonly isDanger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmInWords(confirmation: Confirmation) {
  const { isOpen, title, onClose } = confirmation;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Question {...confirmation} />
    </Dialog>
  );
}

function Question({ consequence, act, word, isBusy, isDanger, onConfirm, onClose }: Confirmation) {
  const [typed, setTyped] = useState("");
  const mayGo = word === undefined || typed.trim().toLowerCase() === word.toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayGo) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text>{consequence}</Text>
        {word !== undefined && (
          <TextInput
            label={messages.ui.confirmTyping(word)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {messages.ui.cancel}
          </Button>
          <Button type="submit" disabled={!mayGo} loading={isBusy ?? false} {...(isDanger ? { color: "red" } : {})}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
