import { holdOutScores, leaveOneStudyOut, publishedEnsemble, simulationBasedCalibration } from "@fibril/collagen";
import { messages } from "../../../messages/index.ts";
import { shortFigure } from "./parameter-rows.ts";

const { modelCard: text } = messages;
const { ensembleSha256 } = publishedEnsemble;
/** A chi-square with 9 degrees of freedom is above this in one of twenty right samplers. */
const evenBelow = 16.919;

/** How far a row lies from what the model says when its study is left out; null where that was not computed for this ensemble. */
export function leaveOneOutZ(id: string): number | null {
  if (leaveOneStudyOut.ensembleSha256 !== ensembleSha256) return null;
  return leaveOneStudyOut.studies.flatMap(({ rows }) => rows).find((row) => row.id === id)?.z ?? null;
}

export interface HoldOutLine {
  readonly words: string;
  readonly agrees: boolean;
}

/** What all members of this ensemble say to a kept-out study, one line a question; none where it was not asked. */
export function holdOutLines(id: string): readonly HoldOutLine[] {
  if (holdOutScores.ensembleSha256 !== ensembleSha256) return [];
  return holdOutScores.scores
    .filter(({ row }) => row === id)
    .map(({ quantity, predicted, observed, than, share, agrees }) => {
      const { p5, p50, p95 } = predicted;
      const said = `${quantity}: ${text.interval(shortFigure(p50), shortFigure(p5), shortFigure(p95))}`;
      const seen =
        typeof observed === "string"
          ? text.signScore({ observed, than: than ?? 0, percent: Math.round(100 * (share ?? 0)) })
          : text.numberScore(shortFigure(observed[0]), shortFigure(observed[1]));
      return { words: `${said}. ${seen}`, agrees };
    });
}

/** How evenly true values fall among the sampler's draws. */
export function samplerRows() {
  return simulationBasedCalibration.parameters.map(({ parameter, counts, chiSquare }) => ({
    name: parameter,
    counts,
    chiSquare,
    isEven: chiSquare < evenBelow,
  }));
}
