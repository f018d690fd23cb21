import { notifications } from "@mantine/notifications";
import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import type { Moved } from "./move-preview.tsx";
import { undoMove } from "./undo-move.ts";

const { booking } = messages;

/** Shows the calendar as it is now, says what was moved and offers to put it back. */
export async function sayMoved(queryClient: QueryClient, moved: Moved): Promise<void> {
  const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "move-preview" });
  await refresh();
  notifyUndo(booking.moved(moved.sessions), () => {
    undoMove(moved)
      .then(
        () => notifications.show({ message: booking.undoneMove }),
        (fault: unknown) => notifications.show({ message: booking.undoFailed(whyNot(fault)), color: "var(--fb-stop)" }),
      )
      .finally(() => void refresh());
  });
}

function whyNot(fault: unknown): string {
  if (!(fault instanceof ApiProblem)) return booking.undoUnsure;
  const isChanged = fault.code === "taken" || fault.code === "stale-version";
  return isChanged ? booking.undoWhy[fault.code as "taken" | "stale-version"] : fault.message;
}
