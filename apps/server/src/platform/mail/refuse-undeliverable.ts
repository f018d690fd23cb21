import { type Message, UndeliverableMessage } from "./mailbox.ts";

const maxAddressLength = 254;
const maxSubjectLength = 200;
/** One address and nothing else: no list, no name, no comment, no quoting, and letters of one alphabet. */
const oneAddress = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

/**
 * Refuses what would let the writer of a field write headers or add readers.
 * @throws UndeliverableMessage
 */
export function refuseUndeliverable({ to, subject }: Message): void {
  if (to.length > maxAddressLength || !oneAddress.test(to))
    throw new UndeliverableMessage("to", "is not one e-mail address");
  if (hasControlCharacter(subject)) throw new UndeliverableMessage("subject", "has a line break or control character");
  if (subject.trim() === "") throw new UndeliverableMessage("subject", "is empty");
  if (subject.length > maxSubjectLength)
    throw new UndeliverableMessage("subject", `is longer than ${maxSubjectLength} characters`);
}

/** Line separators of Unicode included: some readers break lines there. */
function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}
