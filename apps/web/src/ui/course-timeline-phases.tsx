import { messages } from "../messages/index.ts";
import type { Phase } from "./course-timeline-model.ts";
import type { DayScale } from "./day-scale.ts";
import { type WordsBox, wordsAt } from "./words-on-line.ts";

interface Fills {
  readonly phases: readonly Phase[];
  readonly scale: DayScale;
  readonly y: number;
  readonly height: number;
}

const narrowestLabel = 84;
const labelFrom = 6;
const labelBaseline = 18;

/** Where the names of the phases stand, of those that have room. */
export function phaseWords(phases: readonly Phase[], scale: DayScale, y: number): readonly WordsBox[] {
  return phases
    .map(({ phase, from, to }) => ({ text: messages.ui.phases[phase], x: scale.x(from), end: scale.x(to) }))
    .filter(({ x, end }) => end - x > narrowestLabel)
    .map(({ text, x }) => wordsAt({ text, x: x + labelFrom, baseline: y + labelBaseline }));
}

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
          <text x={x + labelFrom} y={y + labelBaseline}>
            {messages.ui.phases[phase]}
          </text>
        )}
      </g>
    );
  });
}
