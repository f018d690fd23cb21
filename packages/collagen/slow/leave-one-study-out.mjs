// Fits the model again without each study in turn and compares what it then says with what that study found.
// About three minutes a study. After `npx tsc -b packages/collagen`:
// node packages/collagen/slow/leave-one-study-out.mjs [draws]
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { calibrate, calibrationData, calibrationDataVersion, publishedEnsemble, withFixed } from "@fibril/collagen";
import { predictionsOf } from "../dist/predictions.js";
import { percentile } from "../dist/statistics.js";

const { seed, ensembleSha256 } = publishedEnsemble;
const draws = Number(process.argv[2] ?? publishedEnsemble.draws);
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const rowsOf = Map.groupBy
  ? Map.groupBy(Object.entries(calibrationData), ([, row]) => row.study)
  : Object.entries(calibrationData).reduce(
      (groups, entry) => groups.set(entry[1].study, [...(groups.get(entry[1].study) ?? []), entry]),
      new Map(),
    );

const studies = [];
for (const [study, rows] of rowsOf) {
  const without = rows.map(([id]) => id);
  const { members, summary } = calibrate({ seed, draws, sha256, without });
  const predictions = members.map((member) => predictionsOf(withFixed(member)));
  const left = rows.map(([id, { value, sd }]) => score(id, { value, sd, said: predictions.map((one) => one[id]) }));
  studies.push({ study, without, worstRHat: Math.max(...summary.map(({ rHat }) => rHat)), rows: left });
  process.stderr.write(`${study}: ${JSON.stringify(left)}\n`);
}

const kept = { ensembleSha256, calibrationDataVersion, seed, draws, studies };
writeFileSync(new URL("../src/leave-one-study-out.json", import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);

/** z = (observed - mean prediction) / sqrt(sd of the row squared + variance of the prediction over the members) */
function score(id, { value, sd, said }) {
  const mean = said.reduce((sum, one) => sum + one, 0) / said.length;
  const variance = said.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (said.length - 1);
  const ordered = said.sort((a, b) => a - b);
  const short = (number) => Number(number.toPrecision(6));
  return {
    id,
    observed: value,
    p5: short(percentile(ordered, 0.05)),
    p50: short(percentile(ordered, 0.5)),
    p95: short(percentile(ordered, 0.95)),
    z: short((value - mean) / Math.sqrt(sd ** 2 + variance)),
  };
}
