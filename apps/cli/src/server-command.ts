import { parseArgs } from "node:util";
import { readEnvironment, readSettings, refusalOf, SettingRefusal, type Settings } from "@fibril/server";

const shared = {
  port: { type: "string" },
  host: { type: "string" },
  data: { type: "string" },
  config: { type: "string" },
} as const;

interface Flags {
  readonly [name: string]: { readonly type: "string" | "boolean" };
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Reads the flags of a command that works on an installation, and its settings; what is wrong is told by name, exit 2. */
export async function withSettings(
  words: readonly string[],
  flags: Flags,
  run: (settings: Settings, values: Values) => Promise<number>,
): Promise<number> {
  const parsed = readFlags(words, flags);
  if (typeof parsed === "string") return refuse(parsed);
  try {
    const texts = Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === "string")) as Record<
      string,
      string
    >;
    const settings = readSettings({ flags: texts, environment: readEnvironment(), workingFolder: process.cwd() });
    return await run(settings, parsed);
  } catch (fault) {
    if (fault instanceof SettingRefusal) return refuse(fault.message);
    const told = refusalOf(fault);
    if (told === null) throw fault;
    process.stderr.write(`fibril: ${told}\n`);
    return 1;
  }
}

function readFlags(words: readonly string[], flags: Flags): Values | string {
  try {
    return parseArgs({ args: [...words], options: { ...shared, ...flags }, allowPositionals: false }).values;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function refuse(message: string): number {
  process.stderr.write(
    `${message
      .split("\n")
      .map((line) => `fibril: ${line}`)
      .join("\n")}\n`,
  );
  return 2;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
