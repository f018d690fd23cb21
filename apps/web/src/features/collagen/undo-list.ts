import type { WhatIf } from "./what-if.ts";

interface Kept<State> {
  readonly state: State;
  readonly field: string;
  readonly at: number;
}

export type UndoList<State = WhatIf> = readonly Kept<State>[];

const oneEditMs = 1_500;
const mostKept = 50;

/** Keeps what stood before a change; typing on in the same field is one change. */
export function remember<State>(list: UndoList<State>, before: Kept<State>): UndoList<State> {
  const last = list.at(-1);
  if (last && last.field === before.field && before.at - last.at < oneEditMs) {
    return [...list.slice(0, -1), { ...last, at: before.at }];
  }
  return [...list, before].slice(-mostKept);
}
