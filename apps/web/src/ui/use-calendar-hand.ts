import { type RefObject, useEffect, useRef, useState } from "react";
import { createCarrier } from "./calendar-carrier.ts";
import type { Calendar } from "./calendar-model.ts";

/** What the grid does with pointer and keys; it always sees the calendar as it was last drawn. */
export function useCalendarHand(grid: RefObject<HTMLElement | null>, calendar: Calendar) {
  const drawn = useRef(calendar);
  useEffect(() => {
    drawn.current = calendar;
  });
  const [carrier] = useState(() =>
    createCarrier(
      () => drawn.current,
      () => grid.current,
    ),
  );
  useEffect(() => carrier.listen(), [carrier]);
  return carrier;
}
