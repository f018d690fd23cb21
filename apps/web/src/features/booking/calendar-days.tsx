import type { ResourceView, VisitView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { CalendarGrid } from "../../ui/calendar-grid.tsx";
import type { CalendarColumnHead, Hand } from "../../ui/calendar-model.ts";
import { dayText } from "../../ui/day.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { step } from "./calendar-choice.ts";
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
import { type Layout, placeAt } from "./legal-targets.ts";
import { MoveBanner } from "./move-banner.tsx";
import { NotSetUp } from "./not-set-up.tsx";
import { type Targets, targetsOf } from "./targets-of.ts";
import type { VisitInHand } from "./use-visit-in-hand.ts";

interface Days {
  readonly days: readonly CalendarDay[];
  readonly view: "day" | "week";
  readonly show: ColumnKind;
  readonly siteId: string;
  readonly resources: readonly ResourceView[];
  readonly moment: Moment;
  /** The chosen day, one of those on screen. */
  readonly day: string;
  readonly onOpen: (visit: VisitView) => void;
  readonly onTurnTo: (day: string) => void;
  readonly onFree?: (day: string, minute: number) => void;
  /** For those who may move visits. */
  readonly inHand?: VisitInHand;
}

const partOf = { practitioner: "people", room: "rooms", device: "devices" } as const;

export function CalendarDays(shown: Days) {
  const { days, view, show, siteId, resources } = shown;
  const [first] = days;
  if (!first) return null;
  const columns = view === "week" ? dayColumns(days) : resourceColumns(first, { resources, kind: show, siteId });
  if (columns.length === 0) {
    return <NotSetUp {...messages.booking.noColumns[show]} part={partOf[show]} />;
  }
  return <DrawnDays {...shown} columns={columns} first={first} />;
}

interface Drawn extends Days {
  readonly columns: readonly CalendarColumnHead[];
  readonly first: CalendarDay;
}

function DrawnDays(drawn: Drawn) {
  const { days, view, show, moment, columns, first, inHand } = drawn;
  const hours = hoursOf(days);
  const layout: Layout = view === "week" ? { view } : { view, day: first.day, show };
  const targets = targetsInHand(inHand, layout, columns);
  const withVisit = (act: (visit: VisitView) => void) => {
    return ({ id }: { readonly id: string }) => {
      const visit = days.flatMap(({ visits }) => visits).find((one) => one.id === id);
      if (visit) act(visit);
    };
  };
  return (
    <>
      {inHand?.visit && (
        <MoveBanner
          visit={inHand.visit}
          legal={inHand.legal}
          day={drawn.day}
          said={targets?.said ?? ""}
          onTurnTo={drawn.onTurnTo}
          onLetGo={inHand.letGo}
        />
      )}
      <ProblemNote fault={inHand?.fault ?? null} />
      <CalendarGrid
        label={(view === "week" ? messages.booking.weekCalendar : messages.booking.dayCalendar)(dayText(first.day))}
        columns={columns}
        visits={view === "week" ? dayVisits(days) : resourceVisits(first.visits, show)}
        fromMinute={hours.from}
        toMinute={hours.to}
        nowMinute={days.some(({ day }) => day === moment.day) ? moment.minute : undefined}
        onOpen={withVisit(drawn.onOpen)}
        targets={targets?.drawn}
        {...(inHand ? { hand: handOf(inHand, { targets, layout, ...drawn, onPick: withVisit(inHand.pick) }) } : {})}
        {...freeOf(drawn)}
      />
    </>
  );
}

function targetsInHand(
  inHand: VisitInHand | undefined,
  layout: Layout,
  columns: readonly CalendarColumnHead[],
): Targets | null {
  if (!(inHand?.visit && inHand.legal)) return null;
  const { visit, legal, aim } = inHand;
  return targetsOf({ visit, legal, aim, layout, columnIds: columns.map(({ id }) => id) });
}

/** A press on free time books there, or from now on where that half hour has begun. */
function freeOf({ days, view, first, moment, onFree }: Drawn) {
  if (!onFree || days.every(({ day }) => day < moment.day)) return {};
  const isAhead = (day: string, minute: number) => day > moment.day || (day === moment.day && minute >= moment.minute);
  return {
    onFree: (columnId: string, minute: number) => {
      const day = view === "week" ? columnId : first.day;
      onFree(day, isAhead(day, minute) ? minute : moment.minute);
    },
  };
}

interface Around extends Pick<Days, "day" | "view" | "onTurnTo"> {
  readonly targets: Targets | null;
  readonly layout: Layout;
  readonly onPick: Hand["onPick"];
}

function handOf(inHand: VisitInHand, { targets, layout, day, view, onTurnTo, onPick }: Around): Hand {
  return {
    onPick,
    onAim: inHand.setAim,
    onDrop: (aim) => {
      const { visit, legal } = inHand;
      const place = aim && visit && legal ? placeAt(legal.days, { aim, layout, visit }) : targets?.place;
      if (aim) inHand.setAim(aim);
      if (place) inHand.putDown(place);
    },
    onLetGo: inHand.letGo,
    onTurn: (direction) => onTurnTo(step(day, view, direction)),
    onTurnTo,
  };
}
