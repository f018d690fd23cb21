import { checkSessionDocument } from "@fibril/protocol";
import type { JsonCommand } from "./json-command.ts";

/** `fibril protocol check`: what in a session is blocked, needs a reason or is warned of? */
export const protocolCheckCommand: JsonCommand = { answer: (document) => checkSessionDocument(document) };
