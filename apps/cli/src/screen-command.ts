import { screenDocument } from "@fibril/suitability";
import type { JsonCommand } from "./json-command.ts";

/** `fibril screen`: may this person be treated, and on what terms? */
export const screenCommand: JsonCommand = { answer: (document) => screenDocument(document) };
