import { courseSearchCommand } from "./course-search-command.ts";
import { listEvidence, showEvidence } from "./evidence-command.ts";
import { type CommandStreams, runJsonCommand } from "./json-command.ts";
import { protocolCheckCommand } from "./protocol-check-command.ts";
import { screenCommand } from "./screen-command.ts";
import { triageCommand } from "./triage-command.ts";

export interface Command {
  /** One or two words. */
  readonly name: string;
  readonly summary: string;
  readonly run: (words: readonly string[], streams: CommandStreams) => Promise<number>;
}

/** Every command of `fibril`; adding one is adding a row. */
export const commands: readonly Command[] = [
  {
    name: "screen",
    summary: "FILE|- [--lines]: may this person be treated, and on what terms",
    run: (words, streams) => runJsonCommand(screenCommand, words, streams),
  },
  { name: "evidence list", summary: "every source, shared figure and screening rule", run: listEvidence },
  { name: "evidence show", summary: "ID: one source, rule or figure and what it rests on", run: showEvidence },
  {
    name: "course search",
    summary: "FILE|- [--lines]: the best whole courses that a clinic can offer, or why there is none",
    run: (words, streams) => runJsonCommand(courseSearchCommand, words, streams),
  },
  {
    name: "protocol check",
    summary: "FILE|- [--lines]: what in a session is blocked, needs a reason or is warned of",
    run: (words, streams) => runJsonCommand(protocolCheckCommand, words, streams),
  },
  {
    name: "triage",
    summary: "FILE|- [--lines]: how soon must somebody look at what a patient reports",
    run: (words, streams) => runJsonCommand(triageCommand, words, streams),
  },
];
