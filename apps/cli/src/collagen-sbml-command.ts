import { parseSimulation, publishedParameters, sbmlOf } from "@fibril/collagen";
import { ok } from "@fibril/kernel";
import type { JsonCommand } from "./json-command.ts";

/** `fibril collagen sbml`: the model and one course as SBML Level 3 Version 2. */
export const collagenSbmlCommand: JsonCommand = {
  answer(document) {
    const simulation = parseSimulation(document, publishedParameters);
    return simulation.ok ? ok(sbmlOf(simulation.value)) : simulation;
  },
  write: (text: string) => text,
  lines: false,
};
