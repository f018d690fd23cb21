import { simulateDocument } from "@fibril/collagen";
import type { JsonCommand } from "./json-command.ts";

/** `fibril collagen simulate`: the collagen-response model of a course, with bands where asked for. */
export const collagenSimulateCommand: JsonCommand = { answer: simulateDocument };
