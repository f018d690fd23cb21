interface Block {
  readonly startMinute: number;
  readonly endMinute: number;
}

export interface Placed<Visit> {
  readonly visit: Visit;
  readonly lane: number;
  readonly lanes: number;
}

/** Visits that overlap stand beside each other (a cancelled one and its replacement, say); others take the full width. */
export function sideBySide<Visit extends Block>(visits: readonly Visit[]): Placed<Visit>[] {
  const sorted = [...visits].sort(
    (one, other) => one.startMinute - other.startMinute || one.endMinute - other.endMinute,
  );
  const placed: Placed<Visit>[] = [];
  let group: Visit[] = [];
  let groupEnd = Number.NEGATIVE_INFINITY;
  for (const visit of sorted) {
    if (visit.startMinute >= groupEnd) {
      placed.push(...inLanes(group));
      group = [];
    }
    group.push(visit);
    groupEnd = Math.max(groupEnd, visit.endMinute);
  }
  return [...placed, ...inLanes(group)];
}

function inLanes<Visit extends Block>(group: readonly Visit[]): Placed<Visit>[] {
  const ends: number[] = [];
  const lanes = group.map((visit) => {
    const free = ends.findIndex((end) => end <= visit.startMinute);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = visit.endMinute;
    return lane;
  });
  return group.map((visit, index) => ({ visit, lane: lanes[index] ?? 0, lanes: ends.length }));
}
