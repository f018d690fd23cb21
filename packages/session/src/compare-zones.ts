import type { ZoneId } from "@fibril/protocol";

export interface ComparedZone {
  readonly zone: ZoneId;
  readonly depthMm: number | null;
  readonly passes: number | null;
}

export type ZoneDifference =
  | { readonly zone: ZoneId; readonly kind: "added" | "left-out" }
  | {
      readonly zone: ZoneId;
      readonly kind: "depth" | "passes";
      readonly before: number | null;
      readonly now: number | null;
    };

/** Planned against done: what was added, left out or set otherwise, in the order of the plan, added zones last. */
export function compareWithPlan(
  plan: readonly ComparedZone[],
  done: readonly ComparedZone[],
): readonly ZoneDifference[] {
  return compare(plan, done);
}

/** This time against last time, in the order of last time, added zones last. */
export function compareWithLast(
  last: readonly ComparedZone[],
  now: readonly ComparedZone[],
): readonly ZoneDifference[] {
  return compare(last, now);
}

function compare(before: readonly ComparedZone[], now: readonly ComparedZone[]): readonly ZoneDifference[] {
  const current = new Map(now.map((zone) => [zone.zone, zone]));
  const known = new Set(before.map(({ zone }) => zone));
  const changed = before.flatMap((zone) => differences(zone, current.get(zone.zone)));
  const added = now.filter(({ zone }) => !known.has(zone)).map(({ zone }) => ({ zone, kind: "added" as const }));
  return [...changed, ...added];
}

function differences(before: ComparedZone, now: ComparedZone | undefined): readonly ZoneDifference[] {
  const { zone } = before;
  if (now === undefined) return [{ zone, kind: "left-out" }];
  const found: ZoneDifference[] = [];
  if (micrometres(before.depthMm) !== micrometres(now.depthMm)) {
    found.push({ zone, kind: "depth", before: before.depthMm, now: now.depthMm });
  }
  if (before.passes !== now.passes) found.push({ zone, kind: "passes", before: before.passes, now: now.passes });
  return found;
}

function micrometres(depthMm: number | null): number | null {
  return depthMm === null ? null : Math.round(depthMm * 1000);
}
