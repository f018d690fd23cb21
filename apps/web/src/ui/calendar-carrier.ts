import type { KeyboardEvent as ReactKeyboardEvent, PointerEvent as ReactPointerEvent } from "react";
import { nearestAim, steppedAim } from "./calendar-aim.ts";
import { type Aim, type Calendar, type CalendarTargets, type Hand, pixelsPerMinute } from "./calendar-model.ts";

/** How far the pointer goes before a press becomes a drag, in pixels. */
const dragDistance = 6;
/** How long a finger rests on a visit before it is picked up: shorter would fight scrolling. */
const holdMs = 350;
const restMs = 450;

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  /** Where on the block it was taken, in minutes from its start. */
  readonly grip: number;
  readonly visitId: string;
  timer: ReturnType<typeof setTimeout> | null;
  isDragging: boolean;
}

export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Within the column, or a little above or below it. */
function isBeside(box: DOMRect, { clientX, clientY }: Point): boolean {
  return box.left <= clientX && clientX < box.right && box.top - 40 <= clientY && clientY <= box.bottom + 40;
}

/** Nothing is put down behind what lies over the grid. */
function isBehindCover({ clientX, clientY }: Point): boolean {
  return document.elementFromPoint(clientX, clientY)?.closest("[data-over-calendar]") != null;
}

/** Picks visits up by mouse, finger or keyboard, carries them between legal starts and puts them down. */
export function createCarrier(calendarNow: () => Calendar, gridNow: () => HTMLElement | null) {
  let press: Press | null = null;
  let swallowsClick = false;
  let resting: { readonly day: string; readonly since: number } | null = null;

  function onPointerDown(event: ReactPointerEvent) {
    const block = (event.target as HTMLElement).closest<HTMLElement>("[data-movable-visit]");
    const { hand, targets } = calendarNow();
    if (!(block && hand) || event.button !== 0 || targets) return;
    const visitId = block.dataset["movableVisit"] ?? "";
    const grip = (event.clientY - block.getBoundingClientRect().top) / pixelsPerMinute;
    const taken: Press = {
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      grip,
      visitId,
      timer: null,
      isDragging: false,
    };
    if (event.pointerType === "touch") taken.timer = setTimeout(() => beginDrag(taken), holdMs);
    press = taken;
  }

  function beginDrag(taken: Press) {
    const { visits, hand } = calendarNow();
    const visit = visits.find(({ id }) => id === taken.visitId);
    if (!(visit && hand) || press !== taken) return;
    taken.isDragging = true;
    hand.onPick(visit);
  }

  function onMove(event: PointerEvent) {
    const taken = press;
    if (!taken || taken.pointerId !== event.pointerId) return;
    if (!taken.isDragging) return leaveOrDrag(taken, event);
    turnWhereItRests(event);
    const aim = aimBelow(event, taken.grip);
    if (aim) calendarNow().hand?.onAim(aim);
  }

  /** A finger that moves before it has rested scrolls; a mouse drags. */
  function leaveOrDrag(taken: Press, event: PointerEvent) {
    const isFar = Math.hypot(event.clientX - taken.x, event.clientY - taken.y) > dragDistance;
    if (isFar && event.pointerType === "touch") endPress();
    else if (isFar) beginDrag(taken);
  }

  function onUp(event: PointerEvent) {
    const taken = press;
    if (!taken || taken.pointerId !== event.pointerId) return;
    const wasDragging = taken.isDragging;
    endPress();
    if (!wasDragging) return;
    swallowsClick = true;
    setTimeout(() => {
      swallowsClick = false;
    }, 0);
    const aim = aimBelow(event, taken.grip);
    if (aim) calendarNow().hand?.onDrop(aim);
  }

  function endPress() {
    if (press?.timer) clearTimeout(press.timer);
    press = null;
    resting = null;
  }

  function aimBelow({ clientX, clientY }: Point, grip: number): Aim | null {
    const { targets, fromMinute } = calendarNow();
    if (isBehindCover({ clientX, clientY })) return null;
    const layers = [...(gridNow()?.querySelectorAll<HTMLElement>("[data-target-column]") ?? [])];
    const layer = layers.find((candidate) => isBeside(candidate.getBoundingClientRect(), { clientX, clientY }));
    if (!(targets && layer)) return null;
    const minute = fromMinute + (clientY - layer.getBoundingClientRect().top) / pixelsPerMinute - grip;
    return nearestAim(targets.starts, layer.dataset["targetColumn"] ?? "", minute);
  }

  function turnWhereItRests(event: PointerEvent) {
    const below = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-turn-to]");
    const day = below?.dataset["turnTo"];
    if (!day) resting = null;
    else if (resting?.day !== day) resting = { day, since: event.timeStamp };
    else if (event.timeStamp - resting.since > restMs) {
      resting = null;
      calendarNow().hand?.onTurnTo(day);
    }
  }

  /** True where the key meant something for the visit in hand, or picked one up. */
  function onKeyDown(event: ReactKeyboardEvent): boolean {
    const { targets, hand } = calendarNow();
    if (!hand) return false;
    if (!targets) return event.key === " " && pickUp(event.target as HTMLElement, hand);
    switch (event.key) {
      case "Escape":
        hand.onLetGo();
        return true;
      case "PageDown":
      case "PageUp":
        hand.onTurn(event.key === "PageDown" ? 1 : -1);
        return true;
      default:
        return stepAim(event.key, targets, hand);
    }
  }

  function pickUp(below: HTMLElement, hand: Hand): boolean {
    const block = below.closest<HTMLElement>("[data-movable-visit]");
    const visit = calendarNow().visits.find(({ id }) => id === block?.dataset["movableVisit"]);
    if (visit) hand.onPick(visit);
    return visit !== undefined;
  }

  function stepAim(key: string, { starts, aim }: CalendarTargets, hand: Hand): boolean {
    const columnIds = calendarNow().columns.map(({ id }) => id);
    const next = aim && steppedAim(starts, columnIds, aim, key);
    if (next) hand.onAim(next);
    return next !== null || key.startsWith("Arrow");
  }

  /** A tap on a column while a visit is in hand puts it down at the nearest legal start. */
  function onClick(event: Point): void {
    const { targets, hand } = calendarNow();
    if (!(targets && hand) || swallowsClick) return;
    const aim = aimBelow(event, 0);
    if (aim) hand.onDrop(aim);
  }

  function listen(): () => void {
    // While something is dragged a finger must not scroll the page as well.
    const hold = (event: TouchEvent) => {
      if (press?.isDragging) event.preventDefault();
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", endPress);
    window.addEventListener("touchmove", hold, { passive: false });
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", endPress);
      window.removeEventListener("touchmove", hold);
    };
  }

  return { listen, onPointerDown, onKeyDown, onClick, isSwallowing: () => swallowsClick };
}
