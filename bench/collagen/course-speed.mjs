// A course of 4 sessions, 730 days, weekly, for 300 members: time and worst error against dopri at 1e-11.
// Run after `npx tsc -b packages/collagen`: node bench/collagen/course-speed.mjs
import { writeFileSync } from "node:fs";
import { ageFactor, injuryFraction, outputDays, publishedEnsemble, restOf, withFixed } from "@fibril/collagen";
import { Dopri } from "dopri";
import { courseTrajectory } from "../../packages/collagen/dist/course-trajectory.js";

const names = ["D", "I", "R", "G", "F", "A", "N", "M"];
const days = outputDays({ horizonDays: 730, everyDays: 7 });
const phi = injuryFraction(1.5, 250);
const factor = ageFactor(45);
const sessions = [0, 28, 56, 84];
const members = publishedEnsemble.members.slice(0, 300).map(withFixed);

function ours(parameters) {
  const injuries = sessions.map((day) => ({ day, phi }));
  const run = courseTrajectory({ parameters, ageFactor: factor, injuries, days });
  return days.map((_, day) => names.map((name) => run[name][day]));
}

function dopri(parameters, tolerance) {
  const { kD, kI, fIR, dR, wP, dG, aF, K, dF, eN, dA, dN, s, kap, A0, dM } = parameters;
  const { N0, M0 } = restOf(parameters);
  const slope = (_, [D, I, R, G, F, A, N, M], out) => {
    const h = Math.exp(-kap * (A + N + M - 1));
    out[0] = -kD * D;
    out[1] = kD * D - kI * I;
    out[2] = fIR * kI * I - dR * R;
    out[3] = dG * (wP * D + R - G);
    out[4] = dF * ((aF * factor * G) / (K + G) - F);
    out[5] = dA * (A0 * (1 + F) * h - A);
    out[6] = dN * (N0 * (1 + eN * F) * h - N);
    out[7] = s * dN * N - dM * M;
  };
  let state = [0, 0, 0, 0, 0, A0, N0, M0];
  return sessions.flatMap((day, index) => {
    const end = sessions[index + 1] ?? 730;
    const solver = new Dopri(slope, 8, { atol: tolerance, rtol: tolerance, maxSteps: 100000 });
    solver.initialise(day, [state[0] + phi, ...state.slice(1)]);
    const inside = days.filter((at) => at >= day && (at < end || end === 730));
    const rows = solver.run(end)([...inside, end]);
    state = rows.at(-1);
    return rows.slice(0, -1);
  });
}

const exact = members.map((parameters) => dopri(parameters, 1e-11));

/** CPU time, for the machine may be shared; the first round warms up. */
function measure(solver) {
  const answers = members.map(solver);
  const before = process.cpuUsage();
  for (const parameters of members) solver(parameters);
  const { user, system } = process.cpuUsage(before);
  let worst = 0;
  for (const [member, rows] of answers.entries()) {
    for (const [day, row] of rows.entries()) {
      for (const [place, value] of row.entries()) {
        const truth = exact[member][day][place];
        worst = Math.max(worst, Math.abs(value - truth) / Math.max(1, Math.abs(truth)));
      }
    }
  }
  return { microseconds: (user + system) / members.length, worst };
}

const own = measure(ours);
const peers = [1e-6, 1e-7, 1e-8].map((tolerance) => [
  `dopri, tolerance ${tolerance}`,
  measure((parameters) => dopri(parameters, tolerance)),
]);
const lines = [["fibril", own], ...peers].map(
  ([name, { microseconds, worst }]) =>
    `| ${name} | ${microseconds.toFixed(0)} | ${worst.toExponential(1)} | ${(microseconds / own.microseconds).toFixed(1)} |`,
);
const text = `# Collagen: 4 sessions, 730 days, weekly, 300 members

CPU time a course on one core of a shared machine (Node ${process.versions.node}); error against dopri at 1e-11, as a part of
max(1, |x|), the worst over all members, days and states. \`node bench/collagen/course-speed.mjs\`

| solver | µs a course | worst error | time over fibril's |
|---|---|---|---|
${lines.join("\n")}
`;
writeFileSync(new URL("../results/collagen.md", import.meta.url), text);
process.stdout.write(text);
