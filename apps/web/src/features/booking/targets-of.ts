import type { LegalStartsView, VisitView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { firstAim } from "../../ui/calendar-aim.ts";
import type { Aim, CalendarTargets } from "../../ui/calendar-model.ts";
import { dayText } from "../../ui/day.tsx";
import { minuteOf, visitKind } from "./calendar-columns.ts";
import { type Layout, placeAt, startsByColumn } from "./legal-targets.ts";
import { dayInWords, termsOfPlace } from "./legal-words.ts";
import type { OfferedPlace } from "./place-list.tsx";

const { booking } = messages;

interface InHand {
  readonly visit: VisitView;
  readonly legal: LegalStartsView;
  readonly aim: Aim | null;
  readonly layout: Layout;
  readonly columnIds: readonly string[];
}

export interface Targets {
  readonly drawn: CalendarTargets;
  /** The place that the aim stands for. */
  readonly place: OfferedPlace | null;
  /** The aim in a sentence, for those who listen. */
  readonly said: string;
}

export function targetsOf({ visit, legal, aim, layout, columnIds }: InHand): Targets {
  const starts = startsByColumn(legal.days, layout);
  const settled =
    aim && starts.get(aim.columnId)?.includes(aim.minute) ? aim : firstAim(starts, columnIds, own(visit, layout));
  const place = settled && placeAt(legal.days, { aim: settled, layout, visit });
  const dayOf = (columnId: string) =>
    legal.days.find(({ day }) => day === (layout.view === "week" ? columnId : layout.day));
  const notes = new Map(
    columnIds.flatMap((columnId): [string, string][] => {
      const day = dayOf(columnId);
      if (!day) return [];
      if (layout.view === "day" && !starts.has(columnId) && !day.barred) return [[columnId, booking.nothingFree]];
      return [[columnId, dayInWords(day, legal)]];
    }),
  );
  const day = place ? legal.days.find((one) => one.day === place.day) : undefined;
  const terms = place ? termsOfPlace(place, { day, limits: legal, visit }).join(", ") : "";
  const when = place ? `${dayText(place.day)}, ${place.start}` : "";
  return {
    place,
    said: place ? booking.aimSaid(when, place.practitionerName, terms) : booking.nowhere,
    drawn: {
      visitId: visit.id,
      label: `${visitKind(visit)}, ${visit.patientName}`,
      lengthMinutes: minuteOf(visit.end) - minuteOf(visit.start),
      starts,
      notes,
      barred: new Set(columnIds.filter((columnId) => !starts.has(columnId))),
      aim: settled,
      aimLabel: place ? booking.aimAt(place.start, place.practitionerName) : "",
    },
  };
}

function own(visit: VisitView, layout: Layout): Aim {
  const minute = minuteOf(visit.start);
  if (layout.view === "week") return { columnId: visit.day, minute };
  const columns = { practitioner: visit.practitionerId, room: visit.treatmentRoomId, device: visit.deviceId ?? "" };
  return { columnId: columns[layout.show], minute };
}
