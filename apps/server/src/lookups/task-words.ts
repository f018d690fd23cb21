import { type Sign, signs, type TriageOutcome, type Urgency } from "@fibril/recovery";

/** How soon, as staff say it. */
export const urgencyWords = {
  emergency: "Emergency",
  "same-day": "Same day",
  "24-hours": "Within 24 hours",
  "48-hours": "Within 48 hours",
  "1-week": "Within a week",
  expected: "As expected",
} as const satisfies Record<Urgency, string>;

/** What raised a red flag, as it was asked and answered: `Fever or shivering: Yes.` */
export function summaryWords({ rows, unknown }: Pick<TriageOutcome, "rows" | "unknown">): string {
  const said = rows.map(({ sign, answer }) => `${askOf(sign)}: ${labelOf(sign, answer)}.`);
  if (said.length > 0) return [...new Set(said)].join(" ");
  const asked = unknown.map(askOf).join(", ");
  return asked === "" ? "Some answers are not known." : `Not known: ${asked}.`;
}

function signOf(name: string): Sign | undefined {
  return Object.hasOwn(signs, name) ? signs[name as keyof typeof signs] : undefined;
}

function askOf(name: string): string {
  return signOf(name)?.ask.replace(/[?.]$/, "") ?? name;
}

function labelOf(name: string, level: string): string {
  const sign = signOf(name);
  return sign?.labels[sign.levels.indexOf(level)] ?? (level === "unknown" ? "Not known" : level);
}
