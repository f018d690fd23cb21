const prefix = "fibril.draft.";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What was typed, as it was typed; unreadable or blocked storage means no draft, never a fault. */
export function readDraft(shelf: Shelf, key: string): unknown {
  try {
    const text = shelf.getItem(prefix + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept: a full or forbidden storage says no. */
export function keepDraft(shelf: Shelf, key: string, value: unknown): boolean {
  try {
    shelf.setItem(prefix + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(prefix + key);
  } catch {
    // A storage that can't be written holds no draft either.
  }
}

/** Everything typed in this browser: dropped when a person signs out of a shared machine by hand. */
export function dropAllDrafts(shelf: Storage): void {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "");
  for (const key of keys.filter((name) => name.startsWith(prefix))) shelf.removeItem(key);
}
