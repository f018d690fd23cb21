import type { ScoreView } from "@fibril/contract";
import { describeChange } from "@fibril/measurement";

export interface ScoreSeries {
  readonly id: string;
  readonly scale: ScoreView["scale"];
  readonly area: string;
  readonly rater: string;
  /** The earliest first. */
  readonly scores: readonly ScoreView[];
  /** The first against the last, in words; null for a single score. */
  readonly change: string | null;
}

/** Only the same scale, area and rater may be compared. */
export function scoreSeries(scores: readonly ScoreView[]): readonly ScoreSeries[] {
  const series = new Map<string, ScoreView[]>();
  for (const score of scores) {
    const id = [score.scale, score.area.trim().toLowerCase(), score.rater].join("|");
    series.set(id, [...(series.get(id) ?? []), score]);
  }
  return [...series].flatMap(([id, of]): readonly ScoreSeries[] => {
    const ordered = of.toSorted((left, right) => (left.recordedOn < right.recordedOn ? -1 : 1));
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (!first || !last) return [];
    const { scale, area, rater } = first;
    const change = ordered.length < 2 ? null : describeChange(scale, first.value, last.value);
    return [{ id, scale, area, rater, scores: ordered, change: change?.ok ? change.value.words : null }];
  });
}
