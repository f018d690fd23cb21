/** Most urgent first; how soon a person with the right training must look at it. */
export const urgencies = ["emergency", "same-day", "24-hours", "48-hours", "1-week", "expected"] as const;
export type Urgency = (typeof urgencies)[number];

/** How soon a row of the triage table wants to be seen: a word, or hours as a range, of which the shorter counts. */
export type Within = Exclude<Urgency, "24-hours" | "48-hours"> | { readonly hours: readonly [number, number] };

export function urgencyOf(within: Within): Urgency {
  if (typeof within === "string") return within;
  const shorter = Math.min(...within.hours);
  if (shorter < 24) return "same-day";
  if (shorter < 48) return "24-hours";
  return shorter < 168 ? "48-hours" : "1-week";
}

export function mostUrgent(found: readonly Urgency[]): Urgency {
  return urgencies.find((urgency) => found.includes(urgency)) ?? "expected";
}

/** Whether `left` wants to be seen sooner than `right`. */
export function isMoreUrgent(left: Urgency, right: Urgency): boolean {
  return urgencies.indexOf(left) < urgencies.indexOf(right);
}
