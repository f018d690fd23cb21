import type { MailboxView } from "@fibril/contract";

/** The messages in which every word that is sought stands: in the address, the subject or the text. */
export function messagesAbout(messages: MailboxView["messages"], sought: string): MailboxView["messages"] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return messages.filter(({ to, subject, text }) => {
    const whole = `${to} ${subject} ${text}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
