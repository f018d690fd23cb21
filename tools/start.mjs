// `npm start`: installs what is missing, builds what is older than its sources, opens the demo clinic.
import { buildIfOlder } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { passOn } from "./run.mjs";

await installIfNeeded();
await buildIfOlder();
process.exitCode = await passOn("node", ["apps/cli/bin/fibril.mjs", "demo", ...process.argv.slice(2)]);
