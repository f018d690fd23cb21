import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { calibrate, publishedEnsemble } from "@fibril/collagen";
import type { InputIssue } from "@fibril/kernel";
import { type CommandStreams, invalidInput } from "./json-command.ts";

const mostDraws = 10_000_000;
const leastDraws = 100;

interface CalibrateFlags {
  readonly seed: number;
  readonly draws: number;
  readonly out: string;
}

/** `fibril collagen calibrate --seed N --draws N --out FILE`: fits the model again and writes the ensemble. */
export async function calibrateCommand(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  const flags = readFlags(words);
  if ("issues" in flags) return answerInvalid(flags.issues, write);
  const { seed, draws, out } = flags;
  // Opened first, so that an hour of sampling isn't lost to a folder that isn't there.
  try {
    writeFileSync(out, "", { flag: "a" });
  } catch (fault) {
    return answerInvalid(
      [{ path: "", message: `can't write ${out}: ${(fault as NodeJS.ErrnoException).code}` }],
      write,
    );
  }
  const calibration = calibrate({ seed, draws, sha256 });
  writeFileSync(out, `${JSON.stringify(calibration)}\n`);
  const { ensembleSha256, summary, residuals } = calibration;
  await write(`${JSON.stringify({ ensembleSha256, seed, draws, summary, residuals })}\n`);
  return 0;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

async function answerInvalid(issues: readonly InputIssue[], write: CommandStreams["write"]): Promise<2> {
  await write(`${invalidInput(issues)}\n`);
  return 2;
}

function readFlags(words: readonly string[]): CalibrateFlags | { readonly issues: readonly InputIssue[] } {
  const issues: InputIssue[] = [];
  const given = pairsOf(words, issues);
  const seed = wholeNumber(given.get("--seed") ?? String(publishedEnsemble.seed), [0, 2 ** 31 - 1]);
  const draws = wholeNumber(given.get("--draws") ?? String(publishedEnsemble.draws), [leastDraws, mostDraws]);
  const out = given.get("--out") ?? "";
  if (seed === null) issues.push({ path: "", message: "--seed must be a whole number, 0 to 2147483647" });
  if (draws === null) {
    issues.push({ path: "", message: `--draws must be a whole number, ${leastDraws} to ${mostDraws}` });
  }
  if (out === "") issues.push({ path: "", message: "--out FILE is needed" });
  return issues.length > 0 || seed === null || draws === null ? { issues } : { seed, draws, out };
}

function pairsOf(words: readonly string[], issues: InputIssue[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (let place = 0; place < words.length; place += 2) {
    const [flag = "", value] = [words[place], words[place + 1]];
    if (!["--seed", "--draws", "--out"].includes(flag)) issues.push({ path: "", message: `unknown flag ${flag}` });
    else if (value === undefined) issues.push({ path: "", message: `${flag} needs a value` });
    else if (given.has(flag)) issues.push({ path: "", message: `${flag} is given twice` });
    else given.set(flag, value);
  }
  return given;
}

function wholeNumber(text: string, [least, most]: readonly [number, number]): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}
