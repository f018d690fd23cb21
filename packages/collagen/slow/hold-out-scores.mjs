// Writes what the published ensemble says to the kept-out studies; a few seconds. After `npx tsc -b packages/collagen`:
// node packages/collagen/slow/hold-out-scores.mjs
import { writeFileSync } from "node:fs";
import { publishedEnsemble } from "@fibril/collagen";
import { dataTableVersion } from "../dist/data-table.js";
import { scoreHoldOut } from "../dist/hold-out.js";

const { ensembleSha256 } = publishedEnsemble;
const kept = { ensembleSha256, dataTableVersion, scores: scoreHoldOut() };
writeFileSync(new URL("../src/hold-out-scores.json", import.meta.url), `${JSON.stringify(kept, null, 2)}\n`);
