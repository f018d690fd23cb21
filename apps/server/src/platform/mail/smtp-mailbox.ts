import { createTransport, type SentMessageInfo, type Transporter } from "nodemailer";
import type { Mailbox, Message } from "./mailbox.ts";
import { refuseUndeliverable } from "./refuse-undeliverable.ts";

export interface SmtpSettings {
  /** `smtps://user:password@host:465`, or `smtp://…` where the server offers STARTTLS. */
  readonly smtpUrl: string;
  readonly from: Sender;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

const connectMs = 10_000;
const silenceMs = 30_000;

/**
 * Sends by SMTP. Passwords and messages never travel in the clear: `smtp:` demands STARTTLS, except to this machine
 * itself, where a relay may listen without it.
 * @throws TypeError where the address of the server is none; it does not repeat it, since a password may stand in it.
 */
export function openSmtpMailbox({ smtpUrl, from }: SmtpSettings): Mailbox {
  const { protocol, hostname, port, username, password } = parseSmtpUrl(smtpUrl);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host: hostname.replaceAll(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isThisMachine(hostname),
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
  });
  return mailboxThrough(transport, from);
}

/** A mailbox on any transport of nodemailer. Text only: no address, link or file is ever fetched for a message. */
export function mailboxThrough(transport: Transporter<SentMessageInfo>, from: Sender): Mailbox {
  return {
    deliver: async (message) => {
      refuseUndeliverable(message);
      await transport.sendMail(letter(message, from));
    },
    leaves: true,
    close: () => transport.close(),
  };
}

function letter({ to, subject, text }: Message, from: Sender) {
  return {
    from,
    to: { name: "", address: to },
    subject,
    text,
    // Out-of-office answers would go back to a mailbox that nobody reads.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  } as const;
}

function parseSmtpUrl(smtpUrl: string): URL {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "")
    throw new TypeError("smtpUrl is not an address like smtps://user:password@host:465");
  return url;
}

function isThisMachine(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
