// Compiles the command line right after `npm ci`, so that `npx --no-install fibril` needs no further step.
import { existsSync } from "node:fs";
import { root, run } from "./run.mjs";

if (existsSync(`${root}/node_modules/typescript`))
  await run("node", ["node_modules/typescript/bin/tsc", "-b", "apps/cli"]);
