import { type Statement, type StatementCells, statementsIn } from "@fibril/evidence";
import type { Scale } from "./scale.ts";
import { type ScaleId, scaleIds, scaleOf } from "./scales.ts";

/** Every scale as a statement, and how far its raters differ where that was published. */
export function measurementStatements(): readonly Statement[] {
  return statementsIn("measurement", "Scales", [...scaleIds.flatMap(scaleCells), faceQ]);
}

function scaleCells(id: ScaleId): readonly StatementCells[] {
  const scale = scaleOf(id);
  return [{ id, says: scaleWords(scale), sources: scale.sources }, ...noiseOf(id, scale)];
}

const faceQ: StatementCells = {
  id: "face-q",
  says: "FACE-Q: 0 to 100, higher is better. Only through an adapter: its licence forbids to ship the questions.",
  sources: ["S5", "S100"],
};

function scaleWords({ label, min, max, direction, switchedOff }: Scale): string {
  const better = direction === "lower-is-better" ? "lower is better" : "higher is better";
  const off = switchedOff === null ? "" : ` Switched off: ${switchedOff}`;
  return `${label}: ${min} to ${max}, ${better}.${off}`;
}

function noiseOf(id: string, { label, raterNoise }: Scale): readonly StatementCells[] {
  if (raterNoise === null) return [];
  const { points, basis, sources } = raterNoise;
  return [{ id: `${id}.noise`, says: `${label}: raters differ by up to ${points} points. ${basis}.`, sources }];
}
