import type { Mailbox } from "./mailbox.ts";
import { refuseUndeliverable } from "./refuse-undeliverable.ts";
import { openSmtpMailbox } from "./smtp-mailbox.ts";

const fallbackSender = "fibril@localhost";

/**
 * Where an installation's messages leave: its mail server (`smtps://user:password@host:465?from=clinic@example.com`), or
 * nowhere: then a message counts as sent once it stands in the outbox, where the demo's mailbox page shows it.
 * @throws TypeError where the address of the server is none
 */
export function openMailbox(smtpUrl: string | null): Mailbox {
  if (smtpUrl === null) return outboxOnly;
  const address = URL.canParse(smtpUrl)
    ? (new URL(smtpUrl).searchParams.get("from") ?? fallbackSender)
    : fallbackSender;
  return openSmtpMailbox({ smtpUrl, from: { name: "", address } });
}

const outboxOnly: Mailbox = {
  leaves: false,
  deliver: async (message) => refuseUndeliverable(message),
  close: () => undefined,
};
