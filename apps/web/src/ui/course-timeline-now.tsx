import { messages } from "../messages/index.ts";
import { bandWords } from "./course-timeline-band.tsx";
import { laneNameBaseline } from "./course-timeline-lane.tsx";
import type { Timeline } from "./course-timeline-model.ts";
import { phaseWords } from "./course-timeline-phases.tsx";
import type { DayScale } from "./day-scale.ts";
import { piecesBetweenWords, wordsAt } from "./words-on-line.ts";

interface Now {
  readonly timeline: Required<Pick<Timeline, "lanes" | "phases" | "today">> & Pick<Timeline, "band">;
  readonly scale: DayScale;
  readonly isNarrow: boolean;
  readonly top: number;
  readonly laneHeight: number;
  /** Where the band begins. */
  readonly bandY: number;
  readonly toY: number;
}

/** Today, through everything but the words that stand in its way. */
export function NowLine({ timeline, scale, isNarrow, top, laneHeight, bandY, toY }: Now) {
  const { lanes, phases, band, today } = timeline;
  const x = scale.x(today);
  const words = [
    ...lanes.map((lane, index) => {
      const baseline = laneNameBaseline({ y: top + index * laneHeight, height: laneHeight, isNarrow });
      return wordsAt({ text: messages.ui.lanes[lane], x: 0, baseline });
    }),
    ...(band ? [...phaseWords(phases, scale, bandY), ...bandWords({ band, scale, y: bandY })] : []),
  ];
  return piecesBetweenWords({ x, fromY: top - 8, toY }, words).map((piece) => (
    <line key={piece.fromY} className="fb-timeline-now" x1={x} x2={x} y1={piece.fromY} y2={piece.toY} />
  ));
}
