const target = new EventTarget();
const ended = "session-ended";

/** The server no longer knows this sign-in. Drafts stay where they are. */
export function announceSessionEnd(): void {
  target.dispatchEvent(new Event(ended));
}

export function onSessionEnd(listener: () => void): () => void {
  target.addEventListener(ended, listener);
  return () => target.removeEventListener(ended, listener);
}
