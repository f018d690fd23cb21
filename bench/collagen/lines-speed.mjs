// `fibril collagen simulate - --lines` from start to end, beside dopri alone: no process to start, no JSON to read or write.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dopri } from "./javascript-peers.mjs";
import { members, sessions } from "./task.mjs";

const command = fileURLToPath(new URL("../../apps/cli/bin/fibril.mjs", import.meta.url));
const courses = 5000;
const ofDopri = 300;

/** Courses a second of each, by the clock. */
export function linesPerSecond() {
  const setting = { needleLengthMm: 1.5, channelsPerCm2: 250, ageYears: 45, horizonDays: 730, everyDays: 7 };
  const lines = Array.from({ length: courses }, (_, course) =>
    JSON.stringify({ sessionDays: sessions, ...setting, parameters: members[course % members.length] }),
  );
  const before = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [command, "collagen", "simulate", "-", "--lines"], {
    input: `${lines.join("\n")}\n`,
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - before) / 1000;
  if (status !== 0 || stdout.toString().split("\n").length !== courses + 1)
    throw new Error("not every course answered");
  return { fibril: courses / seconds, dopri: dopriPerSecond() };
}

function dopriPerSecond() {
  const solve = () => members.slice(0, ofDopri).map((member) => dopri(member, 1e-8));
  solve();
  const before = performance.now();
  solve();
  return (1000 * ofDopri) / (performance.now() - before);
}
