// `npm test`: everything, end-to-end tests in a real browser included.
import { buildIfOlder } from "./build.mjs";
import { findChromium } from "./find-chromium.mjs";
import { installIfNeeded } from "./install.mjs";
import { runForCode } from "./run.mjs";

await installIfNeeded();
await buildIfOlder();
const vitest = ["node_modules/vitest/vitest.mjs", "run"];
const suites = [
  ["rules, tools and screens", ["--project", "domain", "--project", "tools"], {}],
  ["server on a real PostgreSQL", ["--project", "server"], {}],
];
const chromium = await findChromium();
if (chromium) suites.push(["end to end in Chromium", ["--project", "e2e"], { FIBRIL_CHROMIUM: chromium }]);

const failed = [];
for (const [name, words, environment] of suites) {
  console.error(`\n== ${name}`);
  const code = await runForCode("node", [...vitest, ...words], { env: { ...process.env, ...environment } });
  if (code !== 0) failed.push(name);
}
if (!chromium) {
  console.error("\nNOT RUN: end to end in Chromium. No browser was found, and none could be installed.");
  console.error("Install Chromium, or name one with FIBRIL_CHROMIUM.");
  failed.push("end to end in Chromium (not run)");
}
if (failed.length > 0) console.error(`\nfailed: ${failed.join("; ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
