import { spawnSync } from "node:child_process";
import { parseSimulation, publishedParameters, sbmlOf, simulate } from "@fibril/collagen";
import { describe, expect, it } from "vitest";

const document = {
  sessionDays: [0, 28, 56],
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  ageYears: 45,
  horizonDays: 200,
  everyDays: 10,
};

const python = "/usr/bin/python3";
const missing = ["libsbml", "scipy"].filter((name) => spawnSync(python, ["-c", `import ${name}`]).status !== 0);
const reason = missing.length > 0 ? `: skipped, ${python} has no ${missing.join(" and no ")}` : "";

/** Reads the rules and events through libsbml and solves them with SciPy; answers the final state. */
const reader = `
import sys, json, math, libsbml
from scipy.integrate import solve_ivp
read = libsbml.readSBMLFromString(sys.stdin.read())
faults = read.checkConsistency()
m = read.getModel()
value = {p.getId(): p.getValue() for p in m.getListOfParameters()}
code = lambda ast: compile(libsbml.formulaToL3String(ast).replace(" dimensionless", ""), "rule", "eval")
assign = [(r.getVariable(), code(r.getMath())) for r in m.getListOfRules() if r.isAssignment()]
rate = [(r.getVariable(), code(r.getMath())) for r in m.getListOfRules() if r.isRate()]
scope = {"exp": math.exp, "__builtins__": {}}
def slope(t, y):
    v = dict(value); v.update(zip([n for n, _ in rate], y))
    for n, c in assign: v[n] = eval(c, scope, v)
    return [eval(c, scope, v) for _, c in rate]
y = [value[n] for n, _ in rate]
days = [value["session_%d_day" % (i + 1)] for i in range(m.getNumEvents())] + [200]
for i in range(m.getNumEvents()):
    y[0] += value["session_%d_phi" % (i + 1)]
    y = list(solve_ivp(slope, (days[i], days[i + 1]), y, method="DOP853", rtol=1e-12, atol=1e-14).y[:, -1])
initial = all(not e.getTrigger().getInitialValue() for e in m.getListOfEvents())
print(json.dumps({"faults": faults, "initialValueFalse": initial, "state": dict(zip([n for n, _ in rate], y))}))
`;

describe("the model as SBML", () => {
  it.skipIf(missing.length > 0)(`is read back and solved the same by another reader${reason}`, () => {
    const simulation = parseSimulation(document, publishedParameters);
    if (!simulation.ok) throw new Error(JSON.stringify(simulation.problem));
    const { stdout } = spawnSync(python, ["-c", reader], { input: sbmlOf(simulation.value), encoding: "utf8" });
    const answer = JSON.parse(stdout);
    const { states } = simulate(simulation.value);
    expect(answer).toMatchObject({ faults: 0, initialValueFalse: true });
    for (const [name, values] of Object.entries(states)) {
      expect(Math.abs((values.at(-1) ?? Number.NaN) - answer.state[name])).toBeLessThan(1e-8);
    }
  });
});
