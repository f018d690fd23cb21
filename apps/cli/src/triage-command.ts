import { triageDocument } from "@fibril/recovery";
import type { JsonCommand } from "./json-command.ts";

/** `fibril triage`: how soon must somebody look at what a patient reports? */
export const triageCommand: JsonCommand = { answer: (document) => triageDocument(document) };
