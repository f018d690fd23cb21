import { epochDay } from "@fibril/kernel";
import { type Availability, buildAvailability, type FreeDays, startsWithin, weekdayIndex } from "../availability.ts";
import { addAll, isEmpty, keepCommon, keepStartsOf, moveLater, removeSlots, type Slots, wordBits } from "../bits.ts";
import { slotMinutes } from "../course-search.ts";
import type { ReplanCase, ReplanPlace, ReplanService } from "./replan-case.ts";

/** A place in numbers: days and slots of the frame, resources by position; -1 for none or one that is unknown here. */
export interface Spot {
  readonly day: number;
  /** The slot at which the treatment begins. */
  readonly slot: number;
  readonly practitioner: number;
  readonly prepRoom: number;
  readonly treatmentRoom: number;
  readonly device: number;
}

/** Lengths in slots. */
export interface Lengths {
  readonly prep: number;
  readonly room: number;
  readonly device: number;
  readonly practitioner: number;
}

export interface GridService {
  readonly lengths: Lengths;
  readonly prepRooms: readonly number[];
  readonly treatmentRooms: readonly number[];
  /** Null where the service takes none. */
  readonly devices: readonly number[] | null;
  /** For each weekday, the starts that leave everything within one opening interval. */
  readonly open: readonly Slots[];
  /** For each practitioner and weekday, the starts within one roster interval. */
  readonly rosters: readonly (readonly Slots[])[];
  readonly qualification: string;
}

export interface Claim {
  readonly kind: "practitioner" | "room" | "device";
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The free slots of a site, which sessions take and give back: copied from the availability, then changed in place. */
export interface Grid {
  readonly frame: Availability;
  readonly services: readonly GridService[];
  readonly practitioners: readonly Int32Array[];
  readonly rooms: readonly Int32Array[];
  readonly devices: readonly Int32Array[];
  /** A number for the state of each day: the same number, the same free slots. */
  readonly stateOfDay: number[];
  readonly take: (spot: Spot, service: number) => void;
  readonly giveBack: (spot: Spot, service: number) => void;
}

export function openGrid({ site, services }: ReplanCase): Grid {
  const frame = buildAvailability(site);
  const base = {
    practitioner: frame.practitioners.map((resource) => denseRows(resource, frame)),
    room: frame.rooms.map((resource) => denseRows(resource, frame)),
    device: frame.devices.map((resource) => denseRows(resource, frame)),
  };
  const free = {
    practitioner: base.practitioner.map((rows) => rows.slice()),
    room: base.room.map((rows) => rows.slice()),
    device: base.device.map((rows) => rows.slice()),
  };
  const known = Object.values(services).map((service) => gridService(service, frame));
  const stateOfDay = new Array<number>(frame.days).fill(0);
  let states = 0;
  return {
    frame,
    services: known,
    practitioners: free.practitioner,
    rooms: free.room,
    devices: free.device,
    stateOfDay,
    take: (spot, service) => change(spot, service, false),
    giveBack: (spot, service) => change(spot, service, true),
  };

  function change(spot: Spot, service: number, back: boolean): void {
    if (spot.day < 0 || spot.day >= frame.days) return;
    states += 1;
    stateOfDay[spot.day] = states;
    const { lengths } = known[service] as GridService;
    for (const claim of claimsOfSpot(spot, lengths)) changeClaim(claim, spot.day * frame.words, back);
  }

  function changeClaim({ kind, index, from, to }: Claim, at: number, back: boolean): void {
    const rows = free[kind][index] as Int32Array;
    const range = { from: Math.max(0, from), to: Math.min(frame.words * wordBits, to) };
    if (back) restoreSlots({ rows, own: base[kind][index] as Int32Array, at }, range);
    else removeSlots(rows, at, range);
  }
}

/** What a session takes, half open in slots; the same four claims as of any booking. */
export function claimsOfSpot(spot: Spot, lengths: Lengths): readonly Claim[] {
  const { slot } = spot;
  const claims: Claim[] = [
    { kind: "practitioner", index: spot.practitioner, from: slot, to: slot + lengths.practitioner },
    { kind: "room", index: spot.treatmentRoom, from: slot, to: slot + lengths.room },
    { kind: "room", index: spot.prepRoom, from: slot - lengths.prep, to: slot },
    { kind: "device", index: spot.device, from: slot, to: slot + lengths.device },
  ];
  return claims.filter(({ index, from, to }) => index !== -1 && from < to);
}

export function isOverlapping(left: Claim, right: Claim): boolean {
  return left.kind === right.kind && left.index === right.index && left.from < right.to && right.from < left.to;
}

export function toSpot({ frame, services }: Grid, place: ReplanPlace, service: number): Spot {
  const { lengths } = services[service] as GridService;
  return {
    day: epochDay(place.day) - frame.firstDay,
    slot: place.startMinute / slotMinutes - frame.firstSlot + lengths.prep,
    practitioner: frame.practitioners.findIndex(({ id }) => id === place.practitioner),
    prepRoom: frame.rooms.findIndex(({ id }) => id === place.prepRoom),
    treatmentRoom: frame.rooms.findIndex(({ id }) => id === place.treatmentRoom),
    device: frame.devices.findIndex(({ id }) => id === place.device),
  };
}

function denseRows(resource: FreeDays, { days, words }: Availability): Int32Array {
  const dense = new Int32Array(days * words);
  for (let day = 0; day < days; day += 1) {
    const row = (resource.rowOfDay[day] as number) * words;
    dense.set(resource.rows.subarray(row, row + words), day * words);
  }
  return dense;
}

function restoreSlots(
  { rows, own, at }: { readonly rows: Int32Array; readonly own: Int32Array; readonly at: number },
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let slot = from; slot < to; slot += 1) {
    const word = at + (slot >>> 5);
    rows[word] = (rows[word] as number) | ((own[word] as number) & (1 << (slot & 31)));
  }
}

function gridService(service: ReplanService, frame: Availability): GridService {
  const slots = (minutes: number) => minutes / slotMinutes;
  const { prepMinutes, treatmentMinutes, requires } = service;
  const { words } = frame;
  const lengths = {
    prep: slots(prepMinutes),
    room: slots(treatmentMinutes + service.roomTurnoverMinutes),
    device: requires.device === null ? 0 : slots(treatmentMinutes + service.deviceCleaningMinutes),
    practitioner: slots(treatmentMinutes + service.notesMinutes),
  };
  const after = Math.max(lengths.room, lengths.device, lengths.practitioner);
  const ofKind = (all: typeof frame.rooms, kind: string) =>
    all.flatMap(({ kinds }, index) => (kinds.includes(kind) ? [index] : []));
  return {
    lengths,
    prepRooms: ofKind(frame.rooms, requires.prepRoom),
    treatmentRooms: ofKind(frame.rooms, requires.treatmentRoom),
    devices: requires.device === null ? null : ofKind(frame.devices, requires.device),
    open: frame.opening.map((ranges) => startsWithin(ranges, { words, before: lengths.prep, after })),
    rosters: frame.practitioners.map(({ roster }) =>
      roster.map((ranges) => startsWithin(ranges, { words, before: 0, after: lengths.practitioner })),
    ),
    qualification: requires.qualification,
  };
}

/** The conditions of a start one by one; `opening` is empty on a closed day. */
export interface Conditions {
  readonly opening: Slots;
  readonly prepRooms: Slots;
  readonly treatmentRooms: Slots;
  readonly devices: Slots;
}

export function conditionsOn(grid: Grid, service: GridService, day: number): Conditions {
  const weekday = grid.frame.weekdayOfDay[day] as number;
  const { lengths } = service;
  const prepRooms = anyFree(grid.rooms, service.prepRooms, { day, length: lengths.prep, words: grid.frame.words });
  moveLater(prepRooms, lengths.prep);
  return {
    opening: weekday < 0 ? new Int32Array(grid.frame.words) : (service.open[weekday] as Slots).slice(),
    prepRooms,
    treatmentRooms: anyFree(grid.rooms, service.treatmentRooms, { day, length: lengths.room, words: grid.frame.words }),
    devices:
      service.devices === null
        ? new Int32Array(grid.frame.words).fill(-1)
        : anyFree(grid.devices, service.devices, { day, length: lengths.device, words: grid.frame.words }),
  };
}

interface Stretch {
  readonly day: number;
  readonly length: number;
  readonly words: number;
}

function anyFree(rows: readonly Int32Array[], members: readonly number[], { day, length, words }: Stretch): Slots {
  const sum = new Int32Array(words);
  const all = new Int32Array(words).fill(-1);
  const own = new Int32Array(words);
  for (const index of members) {
    copyDay(own, rows[index] as Int32Array, day);
    keepStartsOf(own, length);
    if (addAll(sum, own, all)) break;
  }
  return sum;
}

function copyDay(own: Slots, rows: Int32Array, day: number): void {
  const at = day * own.length;
  for (let word = 0; word < own.length; word += 1) own[word] = rows[at + word] as number;
}

/** The starts of one practitioner, whoever else is needed; null where they are not qualified on that day. */
export function practitionerStarts(
  { frame, practitioners }: Grid,
  service: GridService,
  { index, day, anyQualification }: { readonly index: number; readonly day: number; readonly anyQualification?: true },
): Slots | null {
  const person = frame.practitioners[index];
  const date = frame.firstDay + day;
  const isQualified = person?.qualifications.some(
    ({ name, firstDay, lastDay }) => name === service.qualification && firstDay <= date && date <= lastDay,
  );
  if (!(isQualified || anyQualification)) return null;
  const { words } = frame;
  const starts = (practitioners[index] as Int32Array).slice(day * words, (day + 1) * words);
  keepStartsOf(starts, service.lengths.practitioner);
  const roster = service.rosters[index]?.[weekdayIndex(date)];
  if (roster) keepCommon(starts, roster);
  return starts;
}

/** The starts of each practitioner who has one on a day, everything else being free too. */
export function startsOnDay(grid: Grid, service: GridService, day: number): readonly (readonly [number, Slots])[] {
  const weekday = grid.frame.weekdayOfDay[day] as number;
  if (weekday < 0 || isEmpty(service.open[weekday] as Slots)) return [];
  const { opening, prepRooms, treatmentRooms, devices } = conditionsOn(grid, service, day);
  keepCommon(opening, treatmentRooms);
  keepCommon(opening, devices);
  keepCommon(opening, prepRooms);
  if (isEmpty(opening)) return [];
  const found: (readonly [number, Slots])[] = [];
  for (let index = 0; index < grid.practitioners.length; index += 1) {
    const starts = practitionerStarts(grid, service, { index, day });
    if (starts === null) continue;
    keepCommon(starts, opening);
    if (!isEmpty(starts)) found.push([index, starts]);
  }
  return found;
}
