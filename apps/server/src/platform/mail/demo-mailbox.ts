import type { Mailbox, Message } from "./mailbox.ts";
import { refuseUndeliverable } from "./refuse-undeliverable.ts";

/** Sends nothing: each message goes to `keep`, so that the demo's mailbox page can show it. */
export function openDemoMailbox(keep: (message: Message) => Promise<void>): Mailbox {
  return {
    deliver: async (message) => {
      refuseUndeliverable(message);
      await keep(message);
    },
    close: () => undefined,
  };
}
