/**
 * `node bench/booking/replan.mjs [--keep]`: closed days planned anew, by the first answer, by the search and with the
 * solver. Costs as in the search of whole courses: 1,000 for each without a place, 100 for each other who moves, 10 a
 * day off the ideal, 30 a change of practitioner, 1 for 5 minutes.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { planBest, planBetter, planGreedily } from "@fibril/booking";
import { minimiser } from "./minimise.mjs";
import { closedClinic } from "./replan-clinic.mjs";

const cases = [
  { size: "S", fill: 0.4, closedDays: 1 },
  { size: "S", fill: 0.6, closedDays: 1 },
  { size: "M", fill: 0.45, closedDays: 1 },
  { size: "M", fill: 0.6, closedDays: 1 },
  { size: "M", fill: 0.7, closedDays: 1 },
  { size: "M", fill: 0.6, closedDays: 2 },
];
const seeds = [1, 2];
const rounds = 4000;
const searchSeconds = 2;
const solverSeconds = 8;

planGreedily(closedClinic({ size: "M", fill: 0.45, closedDays: 1, seed: 99 }));
const rows = cases.map((one) => {
  const runs = seeds.map((seed) => measure(closedClinic({ ...one, seed })));
  const sum = (pick) => runs.reduce((total, run) => total + pick(run), 0);
  const over = (pick) =>
    `${(
      100 *
        (sum(pick) /
          Math.max(
            1,
            sum(({ best }) => best),
          ) -
          1)
    ).toFixed(1)} %`;
  return [
    `${one.size}, ${one.fill * 100} %, ${one.closedDays} day${one.closedDays > 1 ? "s" : ""}`,
    sum(({ displaced }) => displaced),
    `${sum(({ greedy }) => greedy.unplaced)} / ${sum(({ better }) => better.unplaced)} / ${sum(({ aims }) => aims.unplaced)}`,
    over(({ greedy }) => costOf(greedy)),
    over(({ better }) => costOf(better)),
    Math.max(...runs.map(({ greedyMs }) => greedyMs)).toFixed(0),
    Math.max(...runs.map(({ betterMs }) => betterMs)).toFixed(0),
    runs.filter(({ isProven }) => isProven).length,
  ];
});
const head = [
  "case",
  "displaced",
  "without place: first / search / solver",
  "first over solver",
  "search over solver",
  "first, ms",
  "search, ms",
  "proven",
];
const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const load = loadavg().map((value) => value.toFixed(1));
const machine = `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${load.join(" ")}`;
const told = `${lines}\n\n${seeds.length} seeds a case. The search: ${rounds} rounds or ${searchSeconds} s; the solver: up to ${solverSeconds} s from the plan of the search.\n${machine}\n`;
process.stdout.write(told);
if (process.argv.includes("--keep")) {
  const lead = "# Planning closed days anew\n\n`node bench/booking/replan.mjs --keep`\n\n";
  writeFileSync(new URL("../results/replan.md", import.meta.url), `${lead}${told}`);
}

function measure(given) {
  const [greedy, greedyMs] = timed(() => planGreedily(given));
  const ends = performance.now() + searchSeconds * 1000;
  const isOver = () => performance.now() > ends;
  const [better, betterMs] = timed(() => planBetter(given, { rounds, seed: 1, isOver }));
  const begun = performance.now();
  const isLate = () => performance.now() > begun + searchSeconds * 1000;
  const minimise = minimiser(searchSeconds + solverSeconds);
  const { answer, isProven } = planBest(given, { rounds, seed: 1, isOver: isLate, minimise });
  const displaced = given.sessions.filter(({ role }) => role === "displaced").length;
  return {
    displaced,
    greedy: greedy.aims,
    better: better.aims,
    aims: answer.aims,
    best: costOf(answer.aims),
    isProven,
    greedyMs,
    betterMs,
  };
}

function costOf({ unplaced, othersMoved, daysFromIdeal, practitionerChanges, slotsMoved }) {
  return 1000 * unplaced + 100 * othersMoved + 10 * daysFromIdeal + 30 * practitionerChanges + slotsMoved;
}

function timed(run) {
  const start = performance.now();
  return [run(), performance.now() - start];
}
