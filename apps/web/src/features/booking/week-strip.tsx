import type { LegalStartsView } from "@fibril/contract";
import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { step } from "./calendar-choice.ts";
import { dayAtAGlance } from "./legal-words.ts";

const { booking } = messages;

interface Strip {
  readonly legal: LegalStartsView;
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** Seven days side by side, each with how many times are free or why there is none; a dragged visit may rest on one. */
export function WeekStrip({ legal: { days, window }, day, onChoose }: Strip) {
  const strip = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const shown = strip.current?.querySelector<HTMLElement>(`[data-turn-to="${day}"]`);
    if (shown && strip.current) strip.current.scrollLeft = shown.offsetLeft - strip.current.offsetLeft;
  }, [day]);
  return (
    <div className="fb-week-strip">
      <ActionIcon
        variant="default"
        size={44}
        aria-label={booking.weekBefore}
        onClick={() => onChoose(step(day, "week", -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ul ref={strip} aria-label={booking.stripLabel}>
        {days.map((one) => (
          <li key={one.day}>
            <button
              type="button"
              className="fb-strip-day fb-number"
              data-turn-to={one.day}
              data-legal={one.runs.length > 0}
              data-ideal={window?.target === one.day}
              aria-pressed={one.day === day}
              onClick={() => onChoose(one.day)}
            >
              <strong>{dayText(one.day).slice(0, -5)}</strong>
              <span>{dayAtAGlance(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={booking.weekAfter}
        onClick={() => onChoose(step(day, "week", 1))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
