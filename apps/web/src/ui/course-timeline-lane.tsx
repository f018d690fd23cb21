import type { KeyboardEvent } from "react";
import { messages } from "../messages/index.ts";
import type { TimelineEntry, TimelineWindow } from "./course-timeline-model.ts";
import { dayText } from "./day.tsx";
import type { DayScale } from "./day-scale.ts";

interface Lane {
  readonly lane: TimelineEntry["lane"];
  readonly y: number;
  readonly height: number;
  /** Named above its line and with smaller marks. */
  readonly isNarrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly scale: DayScale;
  readonly entries: readonly TimelineEntry[];
  readonly windows: readonly TimelineWindow[];
  readonly onOpen?: (entry: TimelineEntry) => void;
}

export function TimelineLane(of: Lane) {
  const { lane, isNarrow, left, right, scale, entries, windows, onOpen } = of;
  const middle = middleOf(of);
  return (
    <g>
      <text className="fb-timeline-name" x={0} y={laneNameBaseline(of)}>
        {messages.ui.lanes[lane]}
      </text>
      <line className="fb-timeline-rule" x1={left} x2={right} y1={middle} y2={middle} />
      {windows.map(({ from, to, label }) => (
        <rect
          key={from + label}
          className="fb-timeline-window"
          x={scale.x(from)}
          width={Math.max(3, scale.x(to) - scale.x(from))}
          y={middle - 13}
          height={26}
          rx={6}
        >
          <title>{`${label}: ${dayText(from)} – ${dayText(to)}`}</title>
        </rect>
      ))}
      {entries.map((entry) => (
        <Mark
          key={entry.id}
          entry={entry}
          x={scale.x(entry.date)}
          y={middle}
          size={isNarrow ? smallMark : 1}
          {...(onOpen ? { onOpen } : {})}
        />
      ))}
    </g>
  );
}

type Row = Pick<Lane, "y" | "height" | "isNarrow">;

function middleOf({ y, height, isNarrow }: Row): number {
  return y + height / 2 + (isNarrow ? 6 : 0);
}

/** The line on which the letters of a lane's name stand. */
export function laneNameBaseline(row: Row): number {
  return row.isNarrow ? row.y + 10 : middleOf(row) + 5;
}

/** So that sessions five weeks apart stand side by side where a year has 230 px. */
const smallMark = 0.8;

interface Placed {
  readonly entry: TimelineEntry;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly onOpen?: (entry: TimelineEntry) => void;
}

function Mark({ entry, x, y, size, onOpen }: Placed) {
  const label = `${entry.label}, ${dayText(entry.date)}`;
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") onOpen?.(entry);
  };
  return (
    <g
      className={`fb-mark fb-mark-${entry.lane} fb-mark-${entry.state}`}
      transform={`translate(${x} ${y})`}
      aria-label={label}
      {...(onOpen ? { role: "button", tabIndex: 0, onClick: () => onOpen(entry), onKeyDown: press } : { role: "img" })}
    >
      <title>{label}</title>
      <rect className="fb-mark-target" x={-12} y={-16} width={24} height={32} />
      <g transform={`scale(${size})`}>
        <MarkShape entry={entry} />
        {entry.mark && (
          <text y={4} textAnchor="middle">
            {entry.mark}
          </text>
        )}
      </g>
    </g>
  );
}

/** What needs a look has its own shape, not its colour alone. */
function MarkShape({ entry: { lane, src, state } }: { readonly entry: TimelineEntry }) {
  switch (lane) {
    case "session":
      return state === "alert" ? <path d="M-5-12H5L12-5V5L5 12H-5L-12 5V-5Z" /> : <circle r={12} />;
    case "check-in":
      return <path d={state === "alert" ? "M0-9L9 7H-9Z" : "M0-8L8 0L0 8L-8 0Z"} />;
    case "photograph":
      return src ? (
        <image href={src} x={-13} y={-16} width={26} height={32} />
      ) : (
        <rect x={-9} y={-11} width={18} height={22} rx={3} />
      );
    case "scale":
      return <rect x={-11} y={-10} width={22} height={20} rx={6} />;
    default:
      return lane satisfies never;
  }
}
