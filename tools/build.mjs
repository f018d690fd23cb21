// `npm run build`: compiles, bundles the pages of the application, prints the patients' reading.
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root, run } from "./run.mjs";

const stamp = `${root}/apps/web/dist/built`;
const sources = [
  "apps/server/src",
  "apps/server/migrations",
  "apps/cli/src",
  "apps/web/src",
  "apps/web/index.html",
  "packages",
  "content",
  "package-lock.json",
  "tools/education",
];

/** Builds where any source is newer than the last build. */
export async function buildIfOlder() {
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (sources.some((source) => newest(`${root}/${source}`) > builtAt)) await build();
}

export async function build() {
  const began = new Date();
  console.error("building …");
  await run("node", ["node_modules/typescript/bin/tsc", "-b"]);
  await run("node", ["node_modules/vite/bin/vite.js", "build", "apps/web", "--logLevel", "warn"]);
  await run("node", ["tools/education/render.mjs"]);
  writeFileSync(stamp, "");
  // A source saved while it was being built counts as newer.
  utimesSync(stamp, began, began);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inner = readdirSync(path).filter((name) => name !== "dist" && name !== "node_modules");
  return inner.reduce((latest, name) => Math.max(latest, newest(`${path}/${name}`)), own.mtimeMs);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
