import type { ResourceView, VisitView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { CalendarGrid } from "../../ui/calendar-grid.tsx";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import {
  type CalendarDay,
  type ColumnKind,
  dayColumns,
  dayVisits,
  hoursOf,
  resourceColumns,
  resourceVisits,
} from "./calendar-columns.ts";
import type { Moment } from "./clinic-moment.ts";

interface Days {
  readonly days: readonly CalendarDay[];
  readonly view: "day" | "week";
  readonly show: ColumnKind;
  readonly siteId: string;
  readonly resources: readonly ResourceView[];
  readonly moment: Moment;
  readonly onOpen: (visit: VisitView) => void;
  readonly onFree?: (day: string, minute: number) => void;
}

export function CalendarDays({ days, view, show, siteId, resources, moment, onOpen, onFree }: Days) {
  const [first] = days;
  if (!first) return null;
  const columns = view === "week" ? dayColumns(days) : resourceColumns(first, { resources, kind: show, siteId });
  if (columns.length === 0) {
    return <EmptyState title={messages.booking.noColumnsTitle} text={messages.booking.noColumnsText} />;
  }
  const hours = hoursOf(days);
  const all = days.flatMap(({ visits }) => visits);
  const open = (id: string) => {
    const visit = all.find((one) => one.id === id);
    if (visit) onOpen(visit);
  };
  const isAhead = (day: string, minute: number) => day > moment.day || (day === moment.day && minute >= moment.minute);
  const dayOf = (columnId: string) => (view === "week" ? columnId : first.day);
  const offersFree = onFree && days.some(({ day }) => day >= moment.day);
  return (
    <CalendarGrid
      label={(view === "week" ? messages.booking.weekCalendar : messages.booking.dayCalendar)(dayText(first.day))}
      columns={columns}
      visits={view === "week" ? dayVisits(days) : resourceVisits(first.visits, show)}
      fromMinute={hours.from}
      toMinute={hours.to}
      nowMinute={days.some(({ day }) => day === moment.day) ? moment.minute : undefined}
      onOpen={({ id }) => open(id)}
      {...(offersFree
        ? {
            onFree: (columnId: string, minute: number) => {
              const day = dayOf(columnId);
              onFree(day, isAhead(day, minute) ? minute : moment.minute);
            },
          }
        : {})}
    />
  );
}
