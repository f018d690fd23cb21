import { fileURLToPath } from "node:url";
import { sources } from "@fibril/evidence";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

const web = fileURLToPath(new URL("../../apps/web", import.meta.url));
let chunks: ReadonlyMap<string, Rollup.OutputChunk>;

beforeAll(async () => {
  const { output } = (await build({ root: web, logLevel: "silent", build: { write: false } })) as Rollup.RollupOutput;
  chunks = new Map(output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part]] : [])));
}, 120_000);

/** Everything that a browser loads to show the page: its chunk and all that this one imports. */
function loadedFor(page: Rollup.OutputChunk): ReadonlySet<Rollup.OutputChunk> {
  const loaded = new Set([page]);
  for (const chunk of loaded) {
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) loaded.add(imported);
    }
  }
  return loaded;
}

function pagesNamed(name: RegExp): readonly Rollup.OutputChunk[] {
  return [...chunks.values()].filter(({ facadeModuleId }) => name.test(facadeModuleId ?? ""));
}

const isForPatients = (tier: string) => tier === "L" || tier === "R";
const titlesIn = (page: Rollup.OutputChunk, wanted: (tier: string) => boolean) => {
  const code = [...loadedFor(page)].map((chunk) => chunk.code).join();
  return Object.values(sources).filter(({ tier, title }) => wanted(tier) && code.includes(title));
};

describe("what a patient's browser loads", () => {
  it("names no source of a professional's tier, on any of a patient's pages or before the sign-in", () => {
    const pages = pagesNamed(/\/pages\/(my-[\w-]+|welcome|sign-in|book)-page\.tsx$|\/web\/index\.html$/);
    expect(pages.length).toBeGreaterThan(9);
    const named = pages.flatMap((page) => titlesIn(page, (tier) => !isForPatients(tier)));
    expect(named).toEqual([]);
  });
  it("still has the sources that a patient may be shown, and a professional's has all", () => {
    const [consent] = pagesNamed(/\/pages\/my-consent-page\.tsx$/);
    const [evidence] = pagesNamed(/\/pages\/evidence-page\.tsx$/);
    expect(consent && titlesIn(consent, isForPatients).length).toBeGreaterThan(90);
    expect(evidence && titlesIn(evidence, (tier) => !isForPatients(tier)).length).toBeGreaterThan(35);
  });
});
