import { type ParameterName, parameterNames, rateNames, restOf } from "./parameters.ts";
import type { Simulation } from "./parse-simulation.ts";
import { courseOf } from "./simulate.ts";

const rates: readonly ParameterName[] = rateNames;

/** The model and one course as SBML Level 3 Version 2: rate rules, and one event a session that adds its injury to D. */
export function sbmlOf(simulation: Simulation): string {
  const { parameters, ageFactor, injuries } = courseOf(simulation);
  const { N0, M0 } = restOf(parameters);
  const constants = [
    ...parameterNames.map((id) => constant(id, parameters[id], rates.includes(id) ? "per_day" : "dimensionless")),
    constant("N0", N0, "dimensionless"),
    constant("M0", M0, "dimensionless"),
    constant("g", ageFactor, "dimensionless"),
    ...injuries.flatMap(({ day, phi }, index) => [
      constant(`session_${index + 1}_day`, day, "day"),
      constant(`session_${index + 1}_phi`, phi, "dimensionless"),
    ]),
  ];
  const start = { D: 0, I: 0, R: 0, G: 0, F: 0, A: parameters.A0, N: N0, M: M0 };
  return `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
<model id="fibril_collagen" timeUnits="day" extentUnits="dimensionless" substanceUnits="dimensionless">
<listOfUnitDefinitions>
<unitDefinition id="day"><listOfUnits><unit kind="second" exponent="1" scale="0" multiplier="86400"/></listOfUnits></unitDefinition>
<unitDefinition id="per_day"><listOfUnits><unit kind="second" exponent="-1" scale="0" multiplier="86400"/></listOfUnits></unitDefinition>
</listOfUnitDefinitions>
<listOfParameters>
${[...constants, ...Object.entries(start).map(([id, value]) => variable(id, value)), ...observed.map((id) => variable(id, 1))].join("\n")}
</listOfParameters>
<listOfRules>
${rules.map(([kind, id, math]) => `<${kind} variable="${id}">${mathOf(math)}</${kind}>`).join("\n")}
</listOfRules>
<listOfEvents>
${injuries.map((_, index) => eventOf(index + 1)).join("\n")}
</listOfEvents>
</model>
</sbml>
`;
}

const observed = ["mass", "stainIndex", "typeIII"];

type Expression = string | number | readonly [string, ...Expression[]];

const feedback: Expression = ["exp", ["minus", ["times", "kap", ["minus", "mass", 1]]]];

/** The equations in prefix form. */
const rules: readonly (readonly ["assignmentRule" | "rateRule", string, Expression])[] = [
  ["assignmentRule", "mass", ["plus", "A", "N", "M"]],
  ["assignmentRule", "stainIndex", ["plus", 1, ["times", "psi", ["minus", "mass", 1]]]],
  ["assignmentRule", "typeIII", ["divide", "A", "A0"]],
  ["rateRule", "D", ["minus", ["times", "kD", "D"]]],
  ["rateRule", "I", ["minus", ["times", "kD", "D"], ["times", "kI", "I"]]],
  ["rateRule", "R", ["minus", ["times", "fIR", "kI", "I"], ["times", "dR", "R"]]],
  ["rateRule", "G", ["times", "dG", ["minus", ["plus", ["times", "wP", "D"], "R"], "G"]]],
  ["rateRule", "F", ["times", "dF", ["minus", ["divide", ["times", "aF", "g", "G"], ["plus", "K", "G"]], "F"]]],
  ["rateRule", "A", ["times", "dA", ["minus", ["times", "A0", ["plus", 1, "F"], feedback], "A"]]],
  ["rateRule", "N", ["times", "dN", ["minus", ["times", "N0", ["plus", 1, ["times", "eN", "F"]], feedback], "N"]]],
  ["rateRule", "M", ["minus", ["times", "s", "dN", "N"], ["times", "dM", "M"]]],
];

function constant(id: string, value: number, units: string): string {
  return `<parameter id="${id}" value="${value}" units="${units}" constant="true"/>`;
}

function variable(id: string, value: number): string {
  return `<parameter id="${id}" value="${value}" units="dimensionless" constant="false"/>`;
}

function mathOf(expression: Expression): string {
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" xmlns:sbml="http://www.sbml.org/sbml/level3/version2/core">${termOf(expression)}</math>`;
}

function termOf(expression: Expression): string {
  if (typeof expression === "number") return `<cn type="integer" sbml:units="dimensionless">${expression}</cn>`;
  if (typeof expression === "string") return `<ci>${expression}</ci>`;
  const [operator, ...operands] = expression;
  return `<apply><${operator}/>${operands.map(termOf).join("")}</apply>`;
}

/** With `initialValue` false a session on day 0 fires too. */
function eventOf(ordinal: number): string {
  const time = '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol>';
  const math = '<math xmlns="http://www.w3.org/1998/Math/MathML">';
  const trigger = `<trigger initialValue="false" persistent="true">${math}<apply><geq/>${time}<ci>session_${ordinal}_day</ci></apply></math></trigger>`;
  const add = `${math}<apply><plus/><ci>D</ci><ci>session_${ordinal}_phi</ci></apply></math>`;
  return `<event id="session_${ordinal}" useValuesFromTriggerTime="true">${trigger}<listOfEventAssignments><eventAssignment variable="D">${add}</eventAssignment></listOfEventAssignments></event>`;
}
