import type { CalendarView, ResourceView, VisitState, VisitView } from "@fibril/contract";
import { parseMinuteOfDay } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";
import type { CalendarColumnHead, CalendarVisit } from "../../ui/calendar-model.ts";
import { dayText } from "../../ui/day.tsx";
import { isMovable } from "./visit-acts.ts";

export type ColumnKind = ResourceView["kind"];
export type CalendarDay = CalendarView["days"][number];
interface Range {
  readonly from: number;
  readonly to: number;
}

const tones = {
  booked: "planned",
  arrived: "here",
  "in-room": "here",
  done: "done",
  late: "alert",
  cancelled: "cancelled",
  "no-show": "alert",
} as const satisfies Record<VisitState, CalendarVisit["tone"]>;

/** From the first opening to the last closing of these days, to whole hours; a visit outside them is never cut off. */
export function hoursOf(days: readonly CalendarDay[]): Range {
  const minutes = days.flatMap(({ opening, visits }) => [
    ...opening.flat().map(minuteOf),
    ...visits.flatMap(({ start, end }) => [minuteOf(start), minuteOf(end)]),
  ]);
  if (minutes.length === 0) return { from: 540, to: 1080 };
  return { from: Math.floor(Math.min(...minutes) / 60) * 60, to: Math.ceil(Math.max(...minutes) / 60) * 60 };
}

/** The hours in which nothing can be booked: all of a closed day, else what lies outside the opening hours. */
export function closedRanges(day: CalendarDay, { from, to }: Range): readonly Range[] {
  if (day.closed !== null) return [{ from, to }];
  const edges = day.opening.map(([start, end]) => ({ from: minuteOf(start), to: minuteOf(end) }));
  const gaps: Range[] = [];
  let free = from;
  for (const open of edges.toSorted((one, other) => one.from - other.from)) {
    if (open.from > free) gaps.push({ from: free, to: open.from });
    free = Math.max(free, open.to);
  }
  return free < to ? [...gaps, { from: free, to }] : gaps;
}

/**
 * One column for each person, room or device of a site: a person works at every site, a thing stands at one. What has
 * ended keeps its column on the days on which something is still booked in it.
 */
export function resourceColumns(
  day: CalendarDay,
  {
    resources,
    kind,
    siteId,
  }: { readonly resources: readonly ResourceView[]; readonly kind: ColumnKind; readonly siteId: string },
): readonly CalendarColumnHead[] {
  const hours = hoursOf([day]);
  return resources
    .filter((resource) => resource.kind === kind && (resource.siteId === null || resource.siteId === siteId))
    .filter(({ id, endedOn }) => endedOn === null || day.day <= endedOn || isUsed(day, kind, id))
    .map(({ id, name }) => {
      const away = day.away.find(({ resourceId }) => resourceId === id);
      const detail = away ? messages.booking.away(away.reason) : closedWords(day);
      return { id, title: name, detail, closed: away ? [hours] : closedRanges(day, hours) };
    });
}

function isUsed({ visits }: CalendarDay, kind: ColumnKind, resourceId: string): boolean {
  return visits.some((visit) => columnsOf(visit, kind).includes(resourceId));
}

export function dayColumns(days: readonly CalendarDay[]): readonly CalendarColumnHead[] {
  const hours = hoursOf(days);
  return days.map((day) => {
    const count = day.visits.filter(({ state }) => state !== "cancelled").length;
    return {
      id: day.day,
      title: dayText(day.day),
      detail: closedWords(day) || messages.booking.visitCount(count),
      closed: closedRanges(day, hours),
    };
  });
}

function closedWords({ closed, opening }: CalendarDay): string {
  if (closed !== null) return messages.booking.closed(closed);
  return opening.length === 0 ? messages.booking.closedDay : "";
}

/** A visit stands once in the column of each resource it uses; preparation and treatment in one room are one block. */
export function resourceVisits(visits: readonly VisitView[], kind: ColumnKind): readonly CalendarVisit[] {
  return visits.flatMap((visit) => [...new Set(columnsOf(visit, kind))].map((columnId) => block(visit, columnId)));
}

export function dayVisits(days: readonly CalendarDay[]): readonly CalendarVisit[] {
  return days.flatMap(({ day, visits }) => visits.map((visit) => block(visit, day)));
}

function columnsOf(visit: VisitView, kind: ColumnKind): readonly string[] {
  switch (kind) {
    case "practitioner":
      return [visit.practitionerId];
    case "room":
      return [visit.prepRoomId, visit.treatmentRoomId];
    case "device":
      return visit.deviceId === null ? [] : [visit.deviceId];
    default:
      return kind satisfies never;
  }
}

function block(visit: VisitView, columnId: string): CalendarVisit {
  return {
    id: visit.id,
    columnId,
    startMinute: minuteOf(visit.start),
    endMinute: minuteOf(visit.end),
    title: visit.patientName,
    detail: `${visitKind(visit)}, ${visit.roomName}`,
    state: messages.booking.states[visit.state],
    tone: tones[visit.state],
    isMovable: isMovable(visit),
  };
}

export function visitKind({ kind, ordinal }: Pick<VisitView, "kind" | "ordinal">): string {
  return kind === "session" && ordinal !== null ? messages.booking.session(ordinal) : messages.booking.kind[kind];
}

export function minuteOf(time: string): number {
  return time === "24:00" ? 1440 : (parseMinuteOfDay(time) ?? 0);
}
