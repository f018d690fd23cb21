import type { Availability, FreeDays, FreeEquipment, FreePractitioner } from "./availability.ts";
import { freeAllDay, outAllDay, startsWithin } from "./availability.ts";
import { addAll, hasAll, isEmpty, keepCommon, keepStartsOf, moveLater, type Slots } from "./bits.ts";
import { type Service, slotMinutes } from "./course-search.ts";
import { appendStarts, emptyLog, openRecord, recordLength, type StartLog } from "./start-log.ts";

/** Lengths in slots. */
interface Lengths {
  readonly prep: number;
  readonly room: number;
  readonly device: number;
  readonly practitioner: number;
}

/**
 * Finds on one day after another when a service could start. All slots are those at which the treatment begins, which
 * is the patient's arrival plus the prep, because four of the five conditions are counted from there.
 */
export interface DayStarts {
  readonly prepSlots: number;
  readonly practitioners: readonly FreePractitioner[];
  /** Who could begin when, day by day. */
  readonly log: StartLog;
  /** Where the record of a day begins in the log; worked out once for a day and kept. */
  readonly recordOf: (day: number) => number;
  /** One condition of a day by itself, in words of its own. */
  readonly condition: (condition: Condition, day: number) => Slots;
  /** The first of a class that is free for a treatment that begins at a slot. */
  readonly firstFree: (need: "prepRoom" | "treatmentRoom" | "device", day: number, slot: number) => string;
}

/** What a start needs; `qualified`: somebody qualified is free and rostered; `anybody`: somebody is, qualified or not. */
export type Condition = "opening" | "prepRooms" | "treatmentRooms" | "devices" | "qualified" | "anybody";

interface Prepared {
  readonly service: Service;
  readonly starts: DayStarts;
  readonly kept: KeptStarts;
}

/** What was worked out so far: where each day's record begins in the log, -1 where nobody asked. */
interface KeptStarts {
  readonly log: StartLog;
  readonly recordOfDay: Int32Array;
  /** Numbers of the log that no day of this availability reads any more. */
  readonly spent: number;
}

const prepared = new WeakMap<Availability, Map<string, Prepared>>();

/** The starts of a service in an availability; the second question for the same two finds what the first worked out. */
export function dayStarts(availability: Availability, service: Service): DayStarts {
  const known = preparedFor(availability);
  const name = JSON.stringify(service);
  const found = known.get(name)?.starts;
  if (found) return found;
  const kept = { log: emptyLog(), recordOfDay: new Int32Array(availability.days).fill(-1), spent: 0 };
  const starts = prepareStarts(availability, service, kept);
  known.set(name, { service, starts, kept });
  return starts;
}

function preparedFor(availability: Availability): Map<string, Prepared> {
  const known = prepared.get(availability) ?? new Map<string, Prepared>();
  prepared.set(availability, known);
  return known;
}

/** Lets an availability that differs from another on some days alone keep what was worked out for the rest. */
export function carryStarts(from: Availability, to: Availability, changed: { readonly days: readonly number[] }): void {
  for (const [name, { service, kept }] of preparedFor(from)) {
    const { log } = kept;
    const recordOfDay = kept.recordOfDay.slice();
    let { spent } = kept;
    for (const day of changed.days) {
      const record = recordOfDay[day] ?? -1;
      if (record >= 0) spent += recordLength(log, record);
      recordOfDay[day] = -1;
    }
    // A log that is mostly of the past is begun anew.
    if (spent > log.used / 2) continue;
    const carried = { log, recordOfDay, spent };
    preparedFor(to).set(name, { service, starts: prepareStarts(to, service, carried), kept: carried });
  }
}

/** The bytes of an availability's bitsets and of the starts that were worked out in it so far. */
export function availabilityBytes(availability: Availability): number {
  const { practitioners, rooms, devices } = availability;
  let bytes = availability.weekdayOfDay.byteLength;
  for (const { rowOfDay, rows } of [...practitioners, ...rooms, ...devices]) {
    bytes += rowOfDay.byteLength + rows.byteLength;
  }
  for (const { kept } of preparedFor(availability).values()) {
    bytes += kept.log.data.byteLength + kept.recordOfDay.byteLength;
  }
  return bytes;
}

function prepareStarts(availability: Availability, service: Service, { log, recordOfDay }: KeptStarts): DayStarts {
  const { words, weekdayOfDay, practitioners } = availability;
  const lengths = lengthsOf(service);
  const { requires } = service;
  const prepRooms = ofKind(availability.rooms, requires.prepRoom);
  const treatmentRooms = ofKind(availability.rooms, requires.treatmentRoom);
  const devices = ofKind(availability.devices, requires.device);
  const open = openStarts(availability, lengths);
  const closed = new Int32Array(words);
  const rosters = practitioners.map(({ roster }) =>
    roster.map((ranges) => startsWithin(ranges, { words, before: 0, after: lengths.practitioner })),
  );
  const sum = new Int32Array(words);
  const one = new Int32Array(words);
  const starts = new Int32Array(words);
  const early = new Int32Array(words);
  const everySlot = new Int32Array(words).fill(-1);

  return {
    prepSlots: lengths.prep,
    practitioners,
    log,
    recordOf(day) {
      if (recordOfDay[day] === -1) recordOfDay[day] = appendRecord(day);
      return recordOfDay[day] as number;
    },
    condition,
    firstFree,
  };

  function appendRecord(day: number): number {
    const record = openRecord(log);
    const wanted = shared(day);
    if (isEmpty(wanted)) return record;
    for (let practitioner = 0; practitioner < practitioners.length; practitioner += 1) {
      const found = ofPractitioner(practitioner, day, wanted);
      if (found !== null) appendStarts(log, record, { practitioner, starts: found });
    }
    return record;
  }

  function opening(day: number): Slots {
    const weekday = weekdayOfDay[day] as number;
    return weekday < 0 ? closed : (open[weekday] as Slots);
  }

  function shared(day: number): Slots {
    starts.set(opening(day));
    if (isEmpty(starts)) return starts;
    keepCommon(starts, anyFree(treatmentRooms, { day, length: lengths.room, wanted: starts }));
    if (isEmpty(starts)) return starts;
    keepCommon(starts, anyFree(devices, { day, length: lengths.device, wanted: starts }));
    if (isEmpty(starts)) return starts;
    keepCommon(starts, afterPrep(day));
    return starts;
  }

  function afterPrep(day: number): Slots {
    early.set(anyFree(prepRooms, { day, length: lengths.prep, wanted: null }));
    moveLater(early, lengths.prep);
    return early;
  }

  /** The union over the class of the starts of `length` free slots; stops as soon as all that are wanted are found. */
  function anyFree(
    resources: readonly FreeDays[],
    { day, length, wanted }: { readonly day: number; readonly length: number; readonly wanted: Slots | null },
  ): Slots {
    sum.fill(0);
    for (const resource of resources) {
      const row = resource.rowOfDay[day] as number;
      if (row === outAllDay) continue;
      if (row === freeAllDay) return sum.fill(-1);
      copyRow(resource, row);
      keepStartsOf(one, length);
      if (addAll(sum, one, wanted ?? everySlot)) return sum;
    }
    return sum;
  }

  function ofPractitioner(index: number, day: number, wanted: Slots): Slots | null {
    if (!isQualified(practitioners[index] as FreePractitioner, day)) return null;
    const found = startsOf(index, day);
    if (found !== null) keepCommon(found, wanted);
    return found;
  }

  /** Free and rostered, qualified or not. */
  function startsOf(index: number, day: number): Slots | null {
    const practitioner = practitioners[index] as FreePractitioner;
    const row = practitioner.rowOfDay[day] as number;
    const roster = (rosters[index] as Slots[])[weekdayOfDay[day] as number];
    if (row === outAllDay || roster === undefined) return null;
    copyRow(practitioner, row);
    if (row !== freeAllDay) keepStartsOf(one, lengths.practitioner);
    keepCommon(one, roster);
    return one;
  }

  function isQualified({ qualifications }: FreePractitioner, day: number): boolean {
    const date = availability.firstDay + day;
    return qualifications.some(
      ({ name, firstDay, lastDay }) => name === requires.qualification && firstDay <= date && date <= lastDay,
    );
  }

  function copyRow({ rows }: FreeDays, row: number): void {
    for (let word = 0; word < words; word += 1) one[word] = rows[row * words + word] as number;
  }

  function condition(name: Condition, day: number): Slots {
    switch (name) {
      case "opening":
        return opening(day).slice();
      case "prepRooms":
        return afterPrep(day).slice();
      case "treatmentRooms":
        return anyFree(treatmentRooms, { day, length: lengths.room, wanted: null }).slice();
      case "devices":
        return anyFree(devices, { day, length: lengths.device, wanted: null }).slice();
      case "qualified":
        return anyPractitioner(day, (practitioner) => isQualified(practitioner, day));
      case "anybody":
        return anyPractitioner(day, () => true);
      default:
        return name satisfies never;
    }
  }

  function anyPractitioner(day: number, counts: (practitioner: FreePractitioner) => boolean): Slots {
    const any = new Int32Array(words);
    for (const [index, practitioner] of practitioners.entries()) {
      const found = counts(practitioner) ? startsOf(index, day) : null;
      if (found !== null) addAll(any, found, everySlot);
    }
    return any;
  }

  function firstFree(need: "prepRoom" | "treatmentRoom" | "device", day: number, slot: number): string {
    switch (need) {
      case "prepRoom":
        return freeAt(prepRooms, day, { from: slot - lengths.prep, length: lengths.prep });
      case "treatmentRoom":
        return freeAt(treatmentRooms, day, { from: slot, length: lengths.room });
      case "device":
        return freeAt(devices, day, { from: slot, length: lengths.device });
      default:
        return need satisfies never;
    }
  }

  function freeAt(
    resources: readonly FreeDays[],
    day: number,
    { from, length }: { readonly from: number; readonly length: number },
  ): string {
    for (const { id, rows, rowOfDay } of resources) {
      if (hasAll(rows, (rowOfDay[day] as number) * words, { from, to: from + length, words })) return id;
    }
    throw new RangeError(`nothing of the class is free on day ${day} from slot ${from}`);
  }
}

/** Longer than any day, so that an absurd length stays a small number. */
const endlessSlots = 300;

function lengthsOf(service: Service): Lengths {
  const { prepMinutes, treatmentMinutes, notesMinutes, roomTurnoverMinutes, deviceCleaningMinutes } = service;
  const slots = (minutes: number) => Math.min(endlessSlots, minutes / slotMinutes);
  return {
    prep: slots(prepMinutes),
    room: slots(treatmentMinutes + roomTurnoverMinutes),
    device: slots(treatmentMinutes + deviceCleaningMinutes),
    practitioner: slots(treatmentMinutes + notesMinutes),
  };
}

/** For each weekday, the starts that leave everything within one opening interval. */
function openStarts({ opening, words }: Availability, { prep, ...tails }: Lengths): readonly Slots[] {
  const after = Math.max(...Object.values(tails));
  return opening.map((ranges) => startsWithin(ranges, { words, before: prep, after }));
}

function ofKind(resources: readonly FreeEquipment[], kind: string): readonly FreeEquipment[] {
  return resources.filter(({ kinds }) => kinds.includes(kind));
}
