import { calibrateCommand } from "./collagen-calibrate-command.ts";
import { collagenSbmlCommand } from "./collagen-sbml-command.ts";
import { collagenSimulateCommand } from "./collagen-simulate-command.ts";
import { courseSearchCommand } from "./course-search-command.ts";
import { listEvidence, showEvidence, unusedEvidence } from "./evidence-command.ts";
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
  { name: "evidence list", summary: "every source and every clinical statement", run: listEvidence },
  { name: "evidence show", summary: "ID: one source or statement and what it rests on", run: showEvidence },
  { name: "evidence unused", summary: "sources that no statement cites", run: unusedEvidence },
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
  {
    name: "start",
    summary: "[--port N] [--host ADDRESS] [--data DIR] [--config FILE] [--demo]: the clinic, until Ctrl-C",
    run: async (words) => (await import("./start-command.ts")).runStart(words),
  },
  {
    name: "demo",
    summary:
      "[--port N] [--host ADDRESS] [--data DIR] [--config FILE] [--json] [--reset]: the demo clinic, until Ctrl-C",
    run: async (words, streams) => (await import("./demo-command.ts")).runDemo(words, streams),
  },
  {
    name: "migrate",
    summary: "[--data DIR] [--config FILE]: brings the database to this version",
    run: async (words) => (await import("./operations-commands.ts")).runMigrate(words),
  },
  {
    name: "seed demo",
    summary: "[--data DIR] [--config FILE]: fills an empty database with the demo clinic",
    run: async (words) => (await import("./operations-commands.ts")).runSeedDemo(words),
  },
  {
    name: "token create",
    summary:
      "--role ROLE [--name NAME] [--clinic ID] [--data DIR] [--config FILE]: an API token for scripts, shown once",
    run: async (words, streams) => (await import("./operations-commands.ts")).runTokenCreate(words, streams),
  },
  {
    name: "verify-audit",
    summary:
      "[--data DIR] [--config FILE]: follows every clinic's audit chain and names the first event that does not hold",
    run: async (words, streams) => (await import("./operations-commands.ts")).runVerifyAudit(words, streams),
  },
  {
    name: "collagen simulate",
    summary: "FILE|- [--lines]: the collagen-response model of a course, a population's and nobody's own",
    run: (words, streams) => runJsonCommand(collagenSimulateCommand, words, streams),
  },
  {
    name: "collagen sbml",
    summary: "FILE|-: the model and that course as SBML Level 3 Version 2",
    run: (words, streams) => runJsonCommand(collagenSbmlCommand, words, streams),
  },
  {
    name: "collagen calibrate",
    summary: "[--seed N] [--draws N] --out FILE: fit the model to its data again",
    run: calibrateCommand,
  },
];
