import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type Command, commands } from "./commands.ts";
import type { CommandStreams } from "./json-command.ts";

/** Runs `fibril …`; the exit status is 0 answered, 1 the program failed, 2 the input is not valid. */
export async function main(words: readonly string[]): Promise<number> {
  // A reader that goes away (`fibril … | head`) is no fault of ours.
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => process.exit(fault.code === "EPIPE" ? 0 : 1));
  const [first] = words;
  if (first === undefined || asksHelp(first) || first === "help") return tell(help(commands));
  if (first === "--version") return tell(`${version()}\n`);
  const found = findCommand(words);
  if (found?.rest.some(asksHelp)) return tell(`  fibril ${found.name} ${found.summary}\n`);
  if (found?.rest.includes("--version")) return tell(`${version()}\n`);
  if (!found) return tellUnknown(words);
  try {
    return await found.run(found.rest, streams());
  } catch (fault) {
    process.stderr.write(`fibril: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    return 1;
  }
}

function findCommand(words: readonly string[]) {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const command = commands.find((candidate) => candidate.name === name);
    if (command) return { ...command, rest: words.slice(length) };
  }
  return null;
}

function asksHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

/** A word that begins several commands, like `collagen`, tells them; any other word tells all. */
function tellUnknown(words: readonly string[]): number {
  const family = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
  const listed = help(family.length > 0 ? family : commands);
  if (family.length > 0 && words.slice(1).some(asksHelp)) return tell(listed);
  process.stderr.write(`fibril: no such command: ${words.join(" ")}\n${listed}`);
  return 2;
}

function tell(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

function help(listed: readonly Command[]): string {
  return listed.map(({ name, summary }) => `  fibril ${name.padEnd(20)} ${summary}\n`).join("");
}

function streams(): CommandStreams {
  return {
    stdin: process.stdin,
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
  };
}
