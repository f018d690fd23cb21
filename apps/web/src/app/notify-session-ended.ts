import { notifications } from "@mantine/notifications";
import { messages } from "../messages/index.ts";

export function notifySessionEnded(): void {
  notifications.show({
    id: "session-ended",
    title: messages.shell.sessionEndedTitle,
    message: messages.shell.sessionEndedText,
    autoClose: false,
  });
}
