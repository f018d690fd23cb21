export const regions = ["face", "neck", "decollete", "hands", "body"] as const;

export const topicalKinds = [
  "device-hydrogel",
  "sterile-saline",
  "sterile-hyaluronic-acid",
  "platelet-rich-plasma",
  "sterile-tranexamic-acid",
  "other",
] as const;

/** The part of a session that healing at home depends on. null is unknown, and the more careful advice then holds. */
export interface WhatWasDone {
  /** The deepest zone, in millimetres. */
  readonly deepestMm: number | null;
  readonly regions: readonly (typeof regions)[number][];
  /** Whether skin around the mouth was needled, where cold sores come back. */
  readonly aroundMouth: boolean | null;
  readonly anaesthetic: boolean | null;
  readonly topicals: readonly (typeof topicalKinds)[number][];
  /** Phototype I to VI. */
  readonly fitzpatrick: 1 | 2 | 3 | 4 | 5 | 6 | null;
}
