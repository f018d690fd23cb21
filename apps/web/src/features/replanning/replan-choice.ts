import type { ReplanCause } from "@fibril/contract";

/** What the address of the board says: a cause, or the plan that was made for it. */
export interface ReplanChoice {
  readonly cause?: "closure" | "absence";
  readonly site?: string;
  readonly day?: string;
  readonly resource?: string;
  readonly from?: string;
  readonly to?: string;
  readonly plan?: string;
}

const fields = ["site", "day", "resource", "from", "to", "plan"] as const;

export function readReplanChoice(search: Readonly<Record<string, unknown>>): ReplanChoice {
  const { cause } = search;
  const texts = fields.flatMap((field) => (typeof search[field] === "string" ? [[field, search[field]]] : []));
  return { ...(cause === "closure" || cause === "absence" ? { cause } : {}), ...Object.fromEntries(texts) };
}

/** The cause that the address names; null where it names none or only half of one. Several days stand with commas. */
export function causeOf({ cause, site, day, resource, from, to }: ReplanChoice): ReplanCause | null {
  if (cause === "closure" && site && day) return { kind: "closure", siteId: site, days: day.split(",") } as ReplanCause;
  if (cause === "absence" && resource && from && to)
    return { kind: "absence", resourceId: resource, fromDay: from, toDay: to } as ReplanCause;
  return null;
}

export function choiceOf(cause: ReplanCause): ReplanChoice {
  return cause.kind === "closure"
    ? { cause: "closure", site: cause.siteId, day: cause.days.join(",") }
    : { cause: "absence", resource: cause.resourceId, from: cause.fromDay, to: cause.toDay };
}

export function isSameCause(left: ReplanCause, right: ReplanCause): boolean {
  return JSON.stringify(choiceOf(left)) === JSON.stringify(choiceOf(right));
}
