// Simulation-based calibration of the sampler (Talts 2018): parameters from the priors, data from the parameters, a chain
// on those data; the rank of each true parameter among the thinned draws must be uniform. After
// `npx tsc -b packages/collagen`: node packages/collagen/slow/simulation-based-calibration.mjs [sets] [draws]
import { writeFileSync } from "node:fs";
import { calibrationData, calibrationDataVersion, priors, withFixed } from "@fibril/collagen";
import { sampleChain } from "../dist/calibrate.js";
import { courseTrajectory } from "../dist/course-trajectory.js";
import { freeParameterNames } from "../dist/parameters.js";
import { freeOf, logPosterior } from "../dist/posterior.js";
import { predictionsOf } from "../dist/predictions.js";
import { seededRandom } from "../dist/random.js";

const sets = Number(process.argv[2] ?? 100);
const draws = Number(process.argv[3] ?? 12_000);
const seed = 20_260_101;
const bins = 10;
const thinned = 99;

const random = seededRandom(seed);
const ids = Object.keys(calibrationData);
const predict = (parameters) => predictionsOf(parameters, courseTrajectory);

function priorPoint() {
  return freeParameterNames.map((name) => {
    const { median, logSd, below = Number.POSITIVE_INFINITY } = priors[name];
    for (;;) {
      const value = Math.log(median) + logSd * random.normal();
      if (value < Math.log(below)) return value;
    }
  });
}

const histograms = Object.fromEntries(freeParameterNames.map((name) => [name, new Array(bins).fill(0)]));
for (let set = 0; set < sets; set += 1) {
  const truth = priorPoint();
  const said = predict(withFixed(freeOf(truth)));
  const observed = Object.fromEntries(ids.map((id) => [id, said[id] + calibrationData[id].sd * random.normal()]));
  const logDensity = (point) => logPosterior(point, ids, { observed, predict });
  const chain = sampleChain({ seed: seed + 1 + set, draws, logDensity });
  const kept = Array.from(
    { length: thinned },
    (_, place) => chain[Math.floor(((place + 0.5) * chain.length) / thinned)],
  );
  for (const [place, name] of freeParameterNames.entries()) {
    const rank = kept.filter((point) => point[place] < truth[place]).length;
    histograms[name][Math.floor((rank * bins) / (thinned + 1))] += 1;
  }
  if (set % 10 === 9) process.stderr.write(`${set + 1} of ${sets}\n`);
}

const parameters = freeParameterNames.map((parameter) => {
  const counts = histograms[parameter];
  const expected = sets / bins;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return { parameter, counts, chiSquare: Number(chiSquare.toFixed(3)) };
});
const kept = { calibrationDataVersion, seed, sets, draws, thinned, degreesOfFreedom: bins - 1, parameters };
const file = new URL("../src/simulation-based-calibration.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
process.stderr.write(`largest chi-square ${Math.max(...parameters.map(({ chiSquare }) => chiSquare))}\n`);
