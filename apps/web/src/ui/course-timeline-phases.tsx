import { messages } from "../messages/index.ts";
import type { Phase } from "./course-timeline-model.ts";
import type { DayScale } from "./day-scale.ts";

interface Fills {
  readonly phases: readonly Phase[];
  readonly scale: DayScale;
  readonly y: number;
  readonly height: number;
}

const narrowestLabel = 84;

/** Phases overlap over a course of several sessions; each is a thin tint, named in ink where there is room. */
export function PhaseFills({ phases, scale, y, height }: Fills) {
  return phases.map(({ phase, from, to }) => {
    const x = scale.x(from);
    const width = Math.max(2, scale.x(to) - x);
    return (
      <g key={phase + from} className={`fb-phase fb-phase-${phase}`}>
        <title>{messages.ui.phases[phase]}</title>
        <rect x={x} y={y} width={width} height={height} />
        <rect className="fb-phase-edge" x={x} y={y} width={width} height={3} />
        {width > narrowestLabel && (
          <text x={x + 6} y={y + 18}>
            {messages.ui.phases[phase]}
          </text>
        )}
      </g>
    );
  });
}
