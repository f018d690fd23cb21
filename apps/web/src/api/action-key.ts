/**
 * One idempotency key per act of a person: a retry of the same content carries the same key, so a write whose answer
 * was lost is never done twice; other content is another act.
 */
export function createActionKey(newKey: () => string = () => crypto.randomUUID()) {
  let last: { readonly content: string; readonly key: string } | null = null;
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content) ?? "";
      if (last?.content !== text) last = { content: text, key: newKey() };
      return last.key;
    },
    /** The act was done, or the server refused it: the same content later is a new act. */
    finish(): void {
      last = null;
    },
  };
}
