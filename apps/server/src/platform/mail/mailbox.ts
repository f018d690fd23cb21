/** A message to one person, in plain text. */
export interface Message {
  /** What it is about, for whoever reads the mailbox or the log. */
  readonly kind: string;
  /** One e-mail address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where messages leave. `deliver` throws where a message was not taken: the outbox tries again or gives up. */
export interface Mailbox {
  /** Whether there is anywhere to leave to. */
  readonly leaves: boolean;
  readonly deliver: (message: Message) => Promise<void>;
  readonly close: () => void;
}

/** A message that no mailbox takes, however often it is tried: it names the field that is wrong, not what stands in it. */
export class UndeliverableMessage extends Error {
  override readonly name = "UndeliverableMessage";
  readonly field: "to" | "subject";

  constructor(field: UndeliverableMessage["field"], why: string) {
    super(`${field} ${why}`);
    this.field = field;
  }
}
