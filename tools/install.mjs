import { existsSync, statSync } from "node:fs";
import { root, run } from "./run.mjs";

/** Runs `npm ci` where node_modules is missing or older than the lock file. */
export async function installIfNeeded() {
  const installed = `${root}/node_modules/.package-lock.json`;
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
  if (isCurrent) return;
  console.error("installing (npm ci) …");
  await run("npm", ["ci", "--no-audit", "--no-fund"]);
}
