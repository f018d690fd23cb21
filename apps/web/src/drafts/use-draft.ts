import { useCallback, useState } from "react";
import { dropDraft, keepDraft, readDraft } from "./draft-store.ts";

export interface Draft<Value> {
  readonly value: Value;
  readonly change: (next: Value | ((before: Value) => Value)) => void;
  /** Call when the server has it: the next visit starts from `initial` again. */
  readonly clear: () => void;
  /** Whether something typed earlier was brought back. */
  readonly restored: boolean;
}

interface Kept<Value> {
  readonly value: Value;
  readonly restored: boolean;
}

/**
 * The state of a form, kept on this device with every keystroke, so that a reload or a lost sign-in loses nothing.
 * The key names the form and its record, e.g. `patient.<id>`; an object's missing fields are filled from `initial`.
 */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const [start] = useState(initial);
  const [kept, setKept] = useState<Kept<Value>>(() => restore(key, start));
  const change = useCallback(
    (next: Value | ((before: Value) => Value)) =>
      setKept((before) => {
        const value = typeof next === "function" ? (next as (before: Value) => Value)(before.value) : next;
        keepDraft(localStorage, key, value);
        return { value, restored: before.restored };
      }),
    [key],
  );
  const clear = useCallback(() => {
    dropDraft(localStorage, key);
    setKept({ value: start, restored: false });
  }, [key, start]);
  return { value: kept.value, restored: kept.restored, change, clear };
}

function restore<Value>(key: string, initial: Value): Kept<Value> {
  const found = readDraft(localStorage, key);
  if (found === undefined || typeof found !== typeof initial) return { value: initial, restored: false };
  if (!isRecord(found) || !isRecord(initial)) return { value: found as Value, restored: true };
  return { value: { ...initial, ...found } as Value, restored: true };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
