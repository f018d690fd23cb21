import type { LegalStartsView, VisitView } from "@fibril/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Aim } from "../../ui/calendar-model.ts";
import { daysShown } from "./calendar-choice.ts";
import type { OfferedPlace } from "./place-list.tsx";
import { legalStartsQuery } from "./queries.ts";

/** A visit that was picked up in the calendar, where it may go, and where it is aimed at. */
export interface VisitInHand {
  readonly visit: VisitView | null;
  readonly legal: LegalStartsView | undefined;
  readonly fault: Error | null;
  readonly aim: Aim | null;
  /** Put down here, not yet confirmed. */
  readonly place: OfferedPlace | null;
  readonly pick: (visit: VisitView) => void;
  readonly setAim: (aim: Aim) => void;
  readonly putDown: (place: OfferedPlace) => void;
  /** Back to choosing, with the visit still in hand. */
  readonly chooseAgain: () => void;
  readonly letGo: () => void;
}

/** The week around the shown day is asked for, so that turning the page within it needs no waiting. */
export function useVisitInHand(day: string): VisitInHand {
  const [visit, setVisit] = useState<VisitView | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const [place, setPlace] = useState<OfferedPlace | null>(null);
  const week = daysShown(day, "week");
  const legal = useQuery({ ...legalStartsQuery(visit?.id ?? "", week.from, week.days), enabled: visit !== null });
  return {
    visit,
    legal: visit ? legal.data : undefined,
    fault: legal.error,
    aim,
    place,
    pick: (picked) => {
      setAim(null);
      setPlace(null);
      setVisit(picked);
    },
    setAim,
    putDown: setPlace,
    chooseAgain: () => setPlace(null),
    letGo: () => {
      setVisit(null);
      setAim(null);
      setPlace(null);
      focusVisit(visit?.id);
    },
  };
}

/** The keyboard goes on from the visit that was let go. */
function focusVisit(visitId: string | undefined): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-movable-visit="${visitId}"]`)?.focus());
}
