import { existsSync } from "node:fs";
import { join } from "node:path";
import { ownClinicMark, type RunningApp, removeCluster, seedDemo, startApp } from "@fibril/server";
import type { CommandStreams } from "./json-command.ts";
import { runUntilStopped } from "./run-until-stopped.ts";
import { say, withSettings } from "./server-command.ts";

/** `fibril demo [--json] [--reset]`: the demo clinic, kept between starts unless it is reset. */
export function runDemo(words: readonly string[], { write }: CommandStreams): Promise<number> {
  const flags = { json: { type: "boolean" }, reset: { type: "boolean" } } as const;
  return withSettings(words, flags, async (settings, values) => {
    if (values["reset"] && settings.databaseUrl !== null) {
      say(
        "fibril: --reset empties only a database that fibril started itself, and DATABASE_URL (databaseUrl) names another",
      );
      return 2;
    }
    if (values["reset"] && !(await resetDemo(settings.dataFolder))) return 1;
    return runUntilStopped(
      () => startApp({ settings, log: say, prepare: seedDemo }),
      (app) => (values["json"] ? tellAsJson(app, write) : tellInWords(app)),
    );
  });
}

async function tellAsJson({ url, accounts }: RunningApp, write: CommandStreams["write"]): Promise<void> {
  const told = accounts.map(({ role, email, password }) => ({ role, email, password }));
  await write(`${JSON.stringify({ url, accounts: told })}\n`);
}

async function tellInWords({ url, accounts, firstOwnerUrl }: RunningApp): Promise<void> {
  if (accounts.length === 0) {
    say(`\nYour own clinic is at ${url}: the demo in this folder was ended.`);
    if (firstOwnerUrl) say(`Make the first owner here (good for 7 days, once): ${firstOwnerUrl}`);
    say("Ctrl-C stops it; start it with `fibril start` from now on.\n");
    return;
  }
  say(`\nThe demo clinic is at ${url}\n`);
  for (const { role, email, password } of accounts) say(`  ${role.padEnd(13)} ${email.padEnd(34)} ${password}`);
  say("\nEverybody in it is made up. Ctrl-C stops it; its data stays.\n");
}

/** Only a folder that is ours is emptied, never below a running fibril, and never one that has become a real clinic's. */
async function resetDemo(dataFolder: string): Promise<boolean> {
  if (!existsSync(join(dataFolder, "postgres-secret"))) return true;
  if (existsSync(join(dataFolder, ownClinicMark))) {
    say("fibril: this folder holds a clinic of your own, and --reset would take its records: name another --data");
    return false;
  }
  const rest = ["master-key", "files", "audit-anchors"];
  await removeCluster(dataFolder, rest);
  return true;
}
