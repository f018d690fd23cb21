import { createTransport } from "nodemailer";
import type { Deliver } from "./deliver-messages.ts";

/** Sends by e-mail through the clinic's own server. */
export function deliverBySmtp(smtpUrl: string): Deliver {
  const from = new URL(smtpUrl).searchParams.get("from") ?? "fibril@localhost";
  const transport = createTransport(smtpUrl);
  return async ({ to, subject, text }) => {
    // A line break in an address or a subject would begin a header of somebody else's.
    if (/[\r\n]/.test(to) || /[\r\n]/.test(subject)) throw new Error("an address or subject with a line break");
    await transport.sendMail({ from, to, subject, text });
  };
}

/** Where no server is set, a message counts as sent once it stands in the mailbox page (demo) or the outbox table. */
export const keepForMailbox: Deliver = async () => undefined;
