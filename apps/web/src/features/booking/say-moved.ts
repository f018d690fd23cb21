import { notifications } from "@mantine/notifications";
import type { QueryClient } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import type { Moved } from "./move-preview.tsx";
import { undoMove } from "./undo-move.ts";

const { booking } = messages;

/** Shows the calendar as it is now, says what was moved and offers to put it back. */
export async function sayMoved(queryClient: QueryClient, moved: Moved): Promise<void> {
  const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "move-preview" });
  await refresh();
  notifyUndo(booking.moved(moved.before.length), () => {
    undoMove(moved)
      .then(
        () => notifications.show({ message: booking.undoneMove }),
        () => notifications.show({ message: booking.undoFailed, color: "var(--fb-stop)" }),
      )
      .finally(() => void refresh());
  });
}
