// `npm run check [-- --fast]`: the developer's gate; fast leaves out what takes longest, knip and the unit tests.
// Every step runs, so that one red one does not hide the next.
import { installIfNeeded } from "./install.mjs";
import { runForCode } from "./run.mjs";

await installIfNeeded();
const bin = "node_modules";
const steps = [
  ["format and lint", [`${bin}/@biomejs/biome/bin/biome`, "check", "."]],
  ["promises", [`${bin}/oxlint/bin/oxlint`, "--type-aware"]],
  ["types", [`${bin}/typescript/bin/tsc`, "-b"]],
  ["types of the tests", [`${bin}/typescript/bin/tsc`, "-p", "tsconfig.test.json"]],
  ["results that nobody reads", ["tools/lint/ignored-results.mjs"]],
  [
    "boundaries",
    [`${bin}/dependency-cruiser/bin/dependency-cruise.mjs`, "--config", ".dependency-cruiser.cjs", "packages", "apps"],
  ],
  ["unused files, exports and dependencies", [`${bin}/knip/bin/knip.js`]],
  ["unit tests", [`${bin}/vitest/vitest.mjs`, "run", "--project", "domain", "--project", "tools"]],
];
const failed = [];
const slow = ["unused files, exports and dependencies", "unit tests"];
const chosen = process.argv.includes("--fast") ? steps.filter(([name]) => !slow.includes(name)) : steps;
for (const [name, words] of chosen) {
  const began = performance.now();
  console.error(`\n== ${name}`);
  const code = await runForCode("node", words);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(`${code === 0 ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`\nfailed: ${failed.join("; ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
