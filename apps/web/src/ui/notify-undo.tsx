import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { messages } from "../messages/index.ts";

const undoMs = 10_000;

/** Says what was done and offers to take it back, for ten seconds. */
export function notifyUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: undoMs,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          variant="light"
          size="compact-md"
          h={36}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {messages.ui.undo}
        </Button>
      </Group>
    ),
  });
}
