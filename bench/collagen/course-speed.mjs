// fibril beside its peers on one task in one run; the table goes to bench/results/collagen.md.
// After `npx tsc -b packages/collagen`: node bench/collagen/course-speed.mjs
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { courseTrajectory, populationBand, simulateDocument } from "@fibril/collagen";
import { dopri, odexSolver } from "./javascript-peers.mjs";
import { linesPerSecond } from "./lines-speed.mjs";
import { cvode, scipyOdeint } from "./other-peers.mjs";
import { cpuMilliseconds, days, g, members, phi, sessions, stateNames, worstError } from "./task.mjs";
import { bandInWorker } from "./worker-band.mjs";

const injuries = sessions.map((day) => ({ day, phi }));
const courseOf = (parameters) => ({ parameters, ageFactor: g, injuries, days });
const rowsOf = (run) => days.map((_, day) => stateNames.map((name) => run[name][day]));

function solveAll(solve) {
  for (const member of members) solve(member);
}

const loadBefore = loadavg()[0];
const exact = members.map((parameters) => dopri(parameters, 1e-13));
const own = {
  microseconds: (1000 * cpuMilliseconds(() => solveAll((one) => courseTrajectory(courseOf(one))))) / members.length,
  worst: worstError(
    members.map((parameters) => rowsOf(courseTrajectory(courseOf(parameters)))),
    exact,
  ),
};

const tolerances = [1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11];
const inJavaScript = (solver) => ({
  answers: tolerances.map((tolerance) => ({
    tolerance,
    states: members.map((parameters) => solver(parameters, tolerance)),
    microseconds: (1000 * cpuMilliseconds(() => solveAll((one) => solver(one, tolerance)), 3)) / members.length,
  })),
});
const scipy = scipyOdeint(tolerances);
const peers = [
  ["npm dopri", inJavaScript(dopri)],
  ["npm odex", inJavaScript(odexSolver)],
  [["SciPy", scipy.version, "odeint (LSODA)"].filter(Boolean).join(" "), scipy],
  ["SUNDIALS CVODE, BDF, C", cvode("bdf", tolerances)],
  ["SUNDIALS CVODE, Adams, C", cvode("adams", tolerances)],
];

/** The loosest of the tolerances that keeps the worst error; undefined where none does. */
function within({ answers }, error) {
  return answers.map((one) => ({ ...one, worst: worstError(one.states, exact) })).find(({ worst }) => worst <= error);
}

function lineOf([name, answer], error) {
  if (answer.missing) return `| ${name} | not run: ${answer.missing} | | | |`;
  const best = within(answer, error);
  if (!best) return `| ${name} | no tolerance down to 1e-11 keeps it | | | |`;
  const { tolerance, microseconds, worst } = best;
  const ratio = (microseconds / own.microseconds).toFixed(1);
  return `| ${name} | ${tolerance} | ${microseconds.toFixed(0)} | ${worst.toExponential(1)} | ${ratio} |`;
}

const table = (error) => `| solver | tolerance | µs a course | worst error | time over fibril's |
|---|---|---|---|---|
| fibril | | ${own.microseconds.toFixed(0)} | ${own.worst.toExponential(1)} | 1.0 |
${peers.map((peer) => lineOf(peer, error)).join("\n")}`;

const text = JSON.stringify({
  sessionDays: sessions,
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  ageYears: 45,
  horizonDays: 730,
  everyDays: 7,
});
const equalRates = { ...members[0], kI: 2, dR: 2, dG: 2 };
const stiff = { ...members[0], dA: 50, dN: 20, kap: 20, eN: 100 };
const times = (count, work) => () => {
  for (let round = 0; round < count; round += 1) work(round);
};
const figures = [
  [
    "10,000 members (300 in turn)",
    cpuMilliseconds(
      times(10_000, (k) => courseTrajectory(courseOf(members[k % 300]))),
      2,
    ),
    "≤ 1,000 ms",
  ],
  [
    "400-member band, weekly to 730 days",
    cpuMilliseconds(
      times(1, () => populationBand({ sessionDays: sessions, horizonDays: 730, everyDays: 7, ageYears: 45 })),
      10,
    ),
    "≤ 100 ms",
  ],
  [
    "a course from JSON to JSON",
    cpuMilliseconds(
      times(200, () => JSON.stringify(simulateDocument(JSON.parse(text)))),
      10,
    ) / 200,
    "≤ 1 ms",
  ],
  ["a course with kD = kI = dR", cpuMilliseconds(times(50, () => courseTrajectory(courseOf(equalRates)))) / 50, ""],
  [
    "a course with dA 50, dN 20 a day, kap 20",
    cpuMilliseconds(times(20, () => courseTrajectory(courseOf(stiff)))) / 20,
    "",
  ],
];

const inWorker = await bandInWorker();
const workerLines = inWorker.missing
  ? `| 400-member band in a browser's worker | not run: ${inWorker.missing} | |`
  : `| 400-member band in a worker of Chromium ${inWorker.version}, the first | ${inWorker.first.toFixed(0)} | |
| the same again, median of 19 | ${inWorker.median.toFixed(0)} | ≤ 100 ms |`;
const lines = linesPerSecond();

const report = `# Collagen: 4 sessions 28 days apart, 730 days, weekly output

CPU time on one core, every solver in one run; error against dopri at 1e-13 as a part of max(1, |x|), the worst over 300 members
of the ensemble, all days and states. Each peer at the loosest of its tolerances (absolute and
relative, 1e-5 to 1e-11) that keeps the error. SciPy's right-hand side is Python, CVODE's is C with -O2.
${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; load before the run ${loadBefore?.toFixed(1)}, after it
${loadavg()[0]?.toFixed(1)}: ratios of one run are less touched by load than times. Made by \`node bench/collagen/course-speed.mjs\`.

## Worst error 1e-6, as the product asks

${table(1e-6)}

## Worst error no larger than fibril's

${table(own.worst)}

## Through the front door

| what | CPU ms | aim |
|---|---|---|
${figures.map(([what, milliseconds, aim]) => `| ${what} | ${milliseconds.toPrecision(3)} | ${aim} |`).join("\n")}

## By the clock

| what | measured, ms | aim |
|---|---|---|
${workerLines}

| many courses | courses a second |
|---|---|
| \`fibril collagen simulate - --lines\`, 5,000 courses, from its start to its end | ${lines.fibril.toFixed(0)} |
| npm dopri at 1e-8, in a warm process and without JSON | ${lines.dopri.toFixed(0)} |
`;
writeFileSync(new URL("../results/collagen.md", import.meta.url), report);
process.stdout.write(report);
