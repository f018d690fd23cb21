import { type CalendarDate, epochDay } from "@fibril/kernel";
import { type Availability, type FreeDays, freeAllDay, outAllDay, slotsOf } from "./availability.ts";
import { addSlots, removeSlots } from "./bits.ts";
import { slotMinutes } from "./course-search.ts";
import { carryStarts } from "./day-starts.ts";

/** A resource taken on one day, in minutes of clinic wall time `[from, to)`, on the 5-minute grid. */
export interface TakenTime {
  readonly resource: string;
  readonly day: CalendarDate;
  readonly from: number;
  readonly to: number;
}

/**
 * The availability with these times taken as well. What is away all day stays away, and what lies outside the opening
 * hours or the days is not kept. The one given is not changed, and what was worked out for its other days is kept.
 */
export function takeTimes(availability: Availability, times: readonly TakenTime[]): Availability {
  return change(availability, times, { emptied: [], take: true });
}

/** The availability with these times free again: what {@link takeTimes} took. */
export function giveTimesBack(availability: Availability, times: readonly TakenTime[]): Availability {
  return change(availability, times, { emptied: [], take: false });
}

/** The availability with these days' times exactly as given, whatever was taken on them before. */
export function replaceDays(
  availability: Availability,
  days: readonly CalendarDate[],
  times: readonly TakenTime[],
): Availability {
  return change(availability, times, { emptied: days, take: true });
}

interface How {
  /** Days on which everything that is not away becomes free first. */
  readonly emptied: readonly CalendarDate[];
  readonly take: boolean;
}

interface Span {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

function change(availability: Availability, times: readonly TakenTime[], how: How): Availability {
  const spans = spansByResource(availability, times);
  const emptied = how.emptied
    .map((day) => epochDay(day) - availability.firstDay)
    .filter((day) => day >= 0 && day < availability.days);
  const changed = <Resource extends FreeDays>(resource: Resource): Resource =>
    changeResource(resource, availability, { emptied, spans: spans.get(resource.id) ?? [], take: how.take });
  const next = {
    ...availability,
    practitioners: availability.practitioners.map(changed),
    rooms: availability.rooms.map(changed),
    devices: availability.devices.map(changed),
  };
  const days = [...emptied, ...[...spans.values()].flatMap((all) => all.map(({ day }) => day))];
  carryStarts(availability, next, { days: [...new Set(days)] });
  return next;
}

function spansByResource(availability: Availability, times: readonly TakenTime[]): ReadonlyMap<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const time of times) {
    const day = epochDay(time.day) - availability.firstDay;
    const from = Math.max(0, time.from / slotMinutes - availability.firstSlot);
    const to = Math.min(slotsOf(availability), time.to / slotMinutes - availability.firstSlot);
    if (from >= to || (availability.weekdayOfDay[day] ?? -1) < 0) continue;
    const known = spans.get(time.resource);
    if (known) known.push({ day, from, to });
    else spans.set(time.resource, [{ day, from, to }]);
  }
  return spans;
}

function changeResource<Resource extends FreeDays>(
  resource: Resource,
  { words }: Availability,
  {
    emptied,
    spans,
    take,
  }: { readonly emptied: readonly number[]; readonly spans: readonly Span[]; readonly take: boolean },
): Resource {
  const hasRow = (day: number) => resource.rowOfDay[day] !== outAllDay && resource.rowOfDay[day] !== freeAllDay;
  const matters = spans.filter(({ day }) => resource.rowOfDay[day] !== outAllDay && (take || hasRow(day)));
  const cleared = emptied.filter(hasRow);
  if (matters.length === 0 && cleared.length === 0) return resource;
  const rowOfDay = resource.rowOfDay.slice();
  let count = resource.rows.length / words;
  for (const { day } of matters) {
    if (rowOfDay[day] !== freeAllDay) continue;
    rowOfDay[day] = count;
    count += 1;
  }
  const rows = new Int32Array(count * words).fill(-1);
  rows.set(resource.rows);
  const rowOf = (day: number) => (rowOfDay[day] as number) * words;
  for (const day of cleared) rows.fill(-1, rowOf(day), rowOf(day) + words);
  for (const { day, from, to } of matters) {
    if (take) removeSlots(rows, rowOf(day), { from, to });
    else addSlots(rows.subarray(rowOf(day), rowOf(day) + words), from, to);
  }
  return { ...resource, rowOfDay, rows };
}
