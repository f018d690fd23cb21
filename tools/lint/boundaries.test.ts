import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One violation for each boundary rule: a guard that nobody has seen fire is no guard. */
const planted = [
  ["no-cycles", { "packages/kernel/src/a.ts": 'import "./b.ts";', "packages/kernel/src/b.ts": 'import "./a.ts";' }],
  ["kernel-stands-on-its-ground", { "packages/kernel/src/p.ts": 'import "@fibril/evidence";' }],
  ["evidence-stands-on-its-ground", { "packages/evidence/src/p.ts": 'import "@fibril/protocol";' }],
  ["consent-stands-on-its-ground", { "packages/consent/src/p.ts": 'import "@fibril/session";' }],
  ["suitability-stands-on-its-ground", { "packages/suitability/src/p.ts": 'import "@fibril/booking";' }],
  ["protocol-stands-on-its-ground", { "packages/protocol/src/p.ts": 'import "@fibril/session";' }],
  ["measurement-stands-on-its-ground", { "packages/measurement/src/p.ts": 'import "@fibril/protocol";' }],
  ["collagen-stands-on-its-ground", { "packages/collagen/src/p.ts": 'import "@fibril/course";' }],
  ["recovery-stands-on-its-ground", { "packages/recovery/src/p.ts": 'import "@fibril/protocol";' }],
  ["session-stands-on-its-ground", { "packages/session/src/p.ts": 'import "@fibril/booking";' }],
  ["course-stands-on-its-ground", { "packages/course/src/p.ts": 'import "@fibril/booking";' }],
  ["booking-stands-on-its-ground", { "packages/booking/src/p.ts": 'import "@fibril/protocol";' }],
  ["domain-is-pure-of-node", { "packages/course/src/p.ts": 'import "node:fs";' }],
  ["domain-is-pure-of-npm", { "packages/course/src/p.ts": 'import "zod";' }],
  ["domain-never-sees-wire-or-apps", { "packages/course/src/p.ts": 'import "@fibril/contract";' }],
  ["contract-needs-only-domain-and-zod", { "packages/contract/src/p.ts": 'import "pg";' }],
  [
    "packages-never-import-apps",
    { "packages/contract/src/p.ts": 'import "../../../apps/web/src/x.ts";', "apps/web/src/x.ts": "export {};" },
  ],
  ["apps-are-strangers", { "apps/cli/src/p.ts": 'import "../../server/src/app.ts";' }],
  ["web-never-sees-the-server", { "apps/web/src/p.ts": 'import "../../server/src/index.ts";' }],
  [
    "web-features-are-strangers",
    { "apps/web/src/features/one/p.ts": 'import "../two/x.ts";', "apps/web/src/features/two/x.ts": "export {};" },
  ],
  ["server-features-are-strangers", { "apps/server/src/features/course/p.ts": 'import "../consent/store.ts";' }],
  ["platform-knows-no-feature", { "apps/server/src/platform/p.ts": 'import "../features/consent/store.ts";' }],
  ["sql-lives-in-stores", { "apps/server/src/features/course/p.ts": 'import "kysely";' }],
  ["stores-know-no-http", { "apps/server/src/features/course/p-store.ts": 'import "../../platform/http/problem.ts";' }],
  ["only-the-front-door", { "apps/server/src/p.ts": 'import "../../../packages/kernel/src/brand.ts";' }],
  ["the-model-feeds-no-rule", { "packages/recovery/src/p.ts": 'import "@fibril/collagen";' }],
  ["no-picture-feeds-a-rule", { "packages/protocol/src/p.ts": 'import "@fibril/measurement";' }],
  ["not-unresolvable", { "apps/cli/src/p.ts": 'import "./nowhere.ts";' }],
  ["no-orphans", { "apps/cli/src/p.ts": "export const alone = 1;" }],
] as const;

interface Broken {
  readonly rule: string;
  readonly from: string;
}

let folder: string;
let broken: readonly Broken[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fibril-boundaries-"));
  copyFileSync(join(root, ".dependency-cruiser.cjs"), join(folder, ".dependency-cruiser.cjs"));
  for (const place of ["packages", "apps"]) {
    for (const name of readdirSync(join(root, place))) {
      cpSync(join(root, place, name, "package.json"), join(folder, place, name, "package.json"));
      mkdirSync(join(folder, place, name, "src"), { recursive: true });
      writeFileSync(join(folder, place, name, "src/index.ts"), "export {};\n");
    }
  }
  for (const file of ["app.ts", "features/consent/store.ts", "platform/http/problem.ts"])
    write(`apps/server/src/${file}`, "export {};");
  write("packages/kernel/src/brand.ts", "export {};");
  write("package.json", '{ "name": "planted", "private": true }');
  linkModules();
  for (const [rule, files] of planted) for (const [path, text] of Object.entries(files)) write(own(rule, path), text);
  broken = brokenRules();
});

/** Each rule has a file of its own, so that one look at them all tells them apart. */
function own(rule: string, path: string): string {
  return path.replace(/\/p(-store)?\.ts$/, `/p-${rule}$1.ts`);
}

/** The packages of the copy under their own names, every other module as installed. */
function linkModules(): void {
  mkdirSync(join(folder, "node_modules/@fibril"), { recursive: true });
  for (const name of readdirSync(join(folder, "packages")))
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules/@fibril", name));
  for (const name of ["zod", "pg", "kysely"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}

function brokenRules(): readonly Broken[] {
  const words = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "packages", "apps"];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"), ...words],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (!stdout.startsWith("{")) throw new Error(stderr || stdout);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

describe("a planted violation", () => {
  it.each(planted)("of %s is caught", (rule, files) => {
    const from = Object.keys(files).map((path) => own(rule, path));
    expect(broken.filter((one) => one.rule === rule && from.includes(one.from))).not.toEqual([]);
  });
});
