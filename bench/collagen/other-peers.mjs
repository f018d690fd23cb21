// SciPy's odeint and SUNDIALS CVODE on the task, where Debian's packages and a C compiler are present.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parameterNames } from "@fibril/collagen";
import { g, members, phi, startOf, stretches } from "./task.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const large = { encoding: "utf8", maxBuffer: 2 ** 30 };

/** Each answer is {tolerance, microseconds, states}; a reason instead where SciPy is missing. */
export function scipyOdeint(tolerances) {
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import scipy"]).status !== 0) return { missing: "no python3-scipy" };
  const asked = members.map((parameters) => {
    const start = startOf(parameters);
    return { parameters: { ...parameters, N0: start[6] }, start };
  });
  const input = JSON.stringify({ members: asked, stretches, phi, g, tolerances });
  const { stdout, status, stderr } = spawnSync(python, [here("scipy-odeint.py")], { ...large, input });
  if (status !== 0) return { missing: `scipy failed: ${stderr.slice(-200)}` };
  const { version, answers } = JSON.parse(stdout);
  return { version, answers: answers.map((one) => ({ ...one, microseconds: (one.seconds * 1e6) / members.length })) };
}

export function cvode(method, tolerances) {
  const folder = mkdtempSync(join(tmpdir(), "cvode-"));
  try {
    const program = join(folder, "cvode");
    const libraries = ["-lsundials_cvode", "-lsundials_nvecserial", "-lm"];
    const built = spawnSync("gcc", ["-O2", "-o", program, here("cvode.c"), ...libraries], large);
    if (built.status !== 0) return { missing: "no gcc or no libsundials-dev" };
    const numbers = [
      ...[phi, g, stretches.length],
      ...stretches.flatMap(({ from, to, inside }) => [from, to, inside.length, ...inside]),
      members.length,
      ...members.flatMap((parameters) => [...parameterNames.map((name) => parameters[name]), ...startOf(parameters)]),
    ];
    return { answers: tolerances.map((tolerance) => runOnce(program, method, tolerance, numbers)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runOnce(program, method, tolerance, numbers) {
  const { stdout, status } = spawnSync(program, [method, String(tolerance)], { ...large, input: numbers.join("\n") });
  if (status !== 0) throw new Error(`cvode ended with ${status}`);
  const [seconds, ...lines] = stdout.trim().split("\n");
  const rows = lines.map((line) => line.trim().split(" ").map(Number));
  const outputs = rows.length / members.length;
  const states = members.map((_, member) => rows.slice(member * outputs, (member + 1) * outputs));
  return { tolerance, microseconds: (Number(seconds) * 1e6) / members.length, states };
}
