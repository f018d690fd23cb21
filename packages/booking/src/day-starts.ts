import type { Availability, FreeDays, FreeEquipment, FreePractitioner } from "./availability.ts";
import { freeAllDay, outAllDay, startsWithin } from "./availability.ts";
import { addAll, hasSlot, isEmpty, keepCommon, keepStartsOf, moveLater, type Slots } from "./bits.ts";
import { type Service, slotMinutes } from "./course-search.ts";

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
  /** Who could begin when; worked out once for a day and kept. */
  readonly on: (day: number) => StartTable;
  /** The conditions one by one, each in its own words, whoever the practitioners are. */
  readonly apart: (day: number) => ApartStarts;
  /** The first of a class that is free for a treatment that begins at a slot. */
  readonly firstFree: (need: "prepRoom" | "treatmentRoom" | "device", day: number, slot: number) => string;
}

/** The practitioners who have a start on a day, by position, and their starts, so many words for each. */
export interface StartTable {
  readonly practitioners: readonly number[];
  readonly starts: Slots;
}

export interface ApartStarts {
  readonly opening: Slots;
  readonly prepRooms: Slots;
  readonly treatmentRooms: Slots;
  readonly devices: Slots;
  /** Somebody qualified is free and rostered. */
  readonly qualified: Slots;
  /** Somebody is, qualified or not. */
  readonly anybody: Slots;
}

const prepared = new WeakMap<Availability, Map<string, DayStarts>>();

/** The starts of a service in an availability; the second question for the same two finds what the first worked out. */
export function dayStarts(availability: Availability, service: Service): DayStarts {
  const known = prepared.get(availability) ?? new Map<string, DayStarts>();
  prepared.set(availability, known);
  const name = JSON.stringify(service);
  const starts = known.get(name) ?? prepareStarts(availability, service);
  known.set(name, starts);
  return starts;
}

const noStarts: StartTable = { practitioners: [], starts: new Int32Array(0) };

function prepareStarts(availability: Availability, service: Service): DayStarts {
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

  const tables = new Array<StartTable | undefined>(availability.days).fill(undefined);

  return {
    prepSlots: lengths.prep,
    practitioners,
    on(day) {
      tables[day] ??= tableOf(day);
      return tables[day];
    },
    apart,
    firstFree,
  };

  function tableOf(day: number): StartTable {
    const wanted = shared(day);
    if (isEmpty(wanted)) return noStarts;
    const found: number[] = [];
    const masks: number[] = [];
    for (let index = 0; index < practitioners.length; index += 1) {
      const mask = ofPractitioner(index, day, wanted);
      if (mask === null || isEmpty(mask)) continue;
      found.push(index);
      masks.push(...mask);
    }
    return { practitioners: found, starts: Int32Array.from(masks) };
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

  function apart(day: number): ApartStarts {
    return {
      opening: opening(day).slice(),
      prepRooms: afterPrep(day).slice(),
      treatmentRooms: anyFree(treatmentRooms, { day, length: lengths.room, wanted: null }).slice(),
      devices: anyFree(devices, { day, length: lengths.device, wanted: null }).slice(),
      qualified: anyPractitioner(day, (practitioner) => isQualified(practitioner, day)),
      anybody: anyPractitioner(day, () => true),
    };
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
    for (const resource of resources) {
      copyRow(resource, resource.rowOfDay[day] as number);
      keepStartsOf(one, length);
      if (hasSlot(one, from)) return resource.id;
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
