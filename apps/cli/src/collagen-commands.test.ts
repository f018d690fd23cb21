import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "./commands.ts";
import { main } from "./main.ts";

const course = {
  sessionDays: [0, 28],
  needleLengthMm: 1.5,
  channelsPerCm2: 250,
  ageYears: 45,
  horizonDays: 90,
  everyDays: 30,
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fibril-collagen-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(name: string, words: readonly string[], input = "") {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`no command ${name}`);
  let text = "";
  const status = await command.run(words, {
    stdin: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    write: async (part) => {
      text += part;
    },
  });
  return { status, text };
}

async function answered(name: string, words: readonly string[], input = "") {
  const { status, text } = await run(name, words, input);
  const lines = text.trimEnd().split("\n");
  return { status, lines: lines.map((line) => JSON.parse(line)) };
}

describe("fibril collagen simulate", () => {
  it("answers a course from standard input or a file, in one document", async () => {
    const file = join(folder, "course.json");
    writeFileSync(file, JSON.stringify(course));
    const piped = await answered("collagen simulate", ["-"], JSON.stringify(course));
    expect(piped).toMatchObject({
      status: 0,
      lines: [{ model: { id: "fibril-collagen", seed: 1, draws: 25000 }, days: [0, 30, 60, 90], bands: null }],
    });
    expect(await answered("collagen simulate", [file])).toEqual(piped);
  });

  it("names the ensemble of a forecast, and none where parameters are given", async () => {
    const wide = await answered("collagen simulate", ["-"], JSON.stringify({ ...course, ensemble: "wide" }));
    expect(wide.lines[0].model.ensembleSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(wide.lines[0].bands.mass.p50).toHaveLength(4);
    const own = await answered("collagen simulate", ["-"], JSON.stringify({ ...course, parameters: { kap: 0 } }));
    expect(own.lines[0].model.ensembleSha256).toBeNull();
  });

  it("answers many courses line by line, a bad line in its place", async () => {
    const good = JSON.stringify(course);
    const bad = JSON.stringify({ ...course, ageYears: 17 });
    const { status, lines } = await answered("collagen simulate", ["-", "--lines"], `${good}\r\n${bad}\n\n${good}\n`);
    expect(status).toBe(2);
    expect(lines.map((line) => line.error ?? "answered")).toEqual([
      "answered",
      "invalid-input",
      "invalid-input",
      "answered",
    ]);
    expect(lines[1].issues).toMatchObject([{ path: "ageYears" }]);
  });

  it.each([
    ["a repeated key", '{"ageYears":45,"ageYears":17}', "ageYears"],
    ["what is not JSON", "{", ""],
    ["a byte order mark", `\uFEFF${JSON.stringify(course)}`, ""],
    ["an unknown field", JSON.stringify({ ...course, deepness: 1 }), "deepness"],
    ["a session after the horizon", JSON.stringify({ ...course, sessionDays: [0, 91] }), "sessionDays.1"],
    ["a list of the wrong length", JSON.stringify({ ...course, needleLengthMm: [1] }), "needleLengthMm"],
    ["an unknown parameter", JSON.stringify({ ...course, parameters: { kX: 1 } }), "parameters.kX"],
    ["bands of given parameters", JSON.stringify({ ...course, parameters: {}, ensemble: "wide" }), "ensemble"],
  ])("refuses %s", async (_, input, path) => {
    const { status, lines } = await answered("collagen simulate", ["-"], input);
    expect(status).toBe(2);
    expect(lines[0].issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  it.each([[["missing.json"]], [["-", "--fast"]], [[]], [["-", "-"]]])("refuses the words %j", async (words) => {
    expect(await answered("collagen simulate", words)).toMatchObject({
      status: 2,
      lines: [{ issues: [{ path: "" }] }],
    });
  });
});

describe("fibril collagen sbml", () => {
  it("writes one event a session, on day 0 too", async () => {
    const { status, text } = await run("collagen sbml", ["-"], JSON.stringify(course));
    expect(status).toBe(0);
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
    expect(text.match(/<event /g)).toHaveLength(2);
    expect(text.match(/initialValue="false"/g)).toHaveLength(2);
  });

  it("puts the error document in the place of SBML, and has no --lines", async () => {
    const refused = await answered("collagen sbml", ["-"], JSON.stringify({ ...course, sessionDays: [] }));
    expect(refused).toMatchObject({
      status: 2,
      lines: [{ error: "invalid-input", issues: [{ path: "sessionDays" }] }],
    });
    expect((await run("collagen sbml", ["-", "--lines"], JSON.stringify(course))).status).toBe(2);
  });
});

describe("fibril collagen calibrate", () => {
  const few = ["--seed", "7", "--draws", "100"];

  it("writes the same 400 members again for the same seed, with their hash and every residual", async () => {
    const [first, second] = [join(folder, "first.json"), join(folder, "second.json")];
    const answer = await answered("collagen calibrate", [...few, "--out", first]);
    await run("collagen calibrate", [...few, "--out", second]);
    const text = readFileSync(first, "utf8");
    expect(readFileSync(second, "utf8")).toBe(text);
    const file = JSON.parse(text);
    const hash = createHash("sha256").update(JSON.stringify(file.members), "utf8").digest("hex");
    expect(answer).toMatchObject({ status: 0, lines: [{ seed: 7, draws: 100, ensembleSha256: hash }] });
    expect(Object.keys(file)).toEqual(["ensembleSha256", "seed", "draws", "members", "summary", "residuals"]);
    expect(file.members).toHaveLength(400);
    expect(file.ensembleSha256).toBe(hash);
    expect(file.residuals.map(({ id }: { id: string }) => id).join()).toBe("C1,C2,C3,C4,C5,C6,C7,C8");
  }, 120_000);

  it.each([
    [[]],
    [["--out"]],
    [["--out", "a", "--out", "b"]],
    [["--out", "a", "--seed", "-1"]],
    [["--out", "a", "--draws", "99"]],
    [["--out", "a", "--draws", "1e3"]],
    [["--out", "a", "--fast", "1"]],
    [["--out", "/no/such/folder/file.json"]],
  ])("refuses the words %j before it samples", async (words) => {
    const { status, lines } = await answered("collagen calibrate", words);
    expect({ status, error: lines[0].error }).toEqual({ status: 2, error: "invalid-input" });
    expect(lines[0].issues.every(({ path }: { path: string }) => path === "")).toBe(true);
  });

  it.skipIf(!existsSync("/dev/full"))(
    "ends with 1 where the disk is full, the file being no fault of the input",
    async () => {
      expect(await main(["collagen", "calibrate", ...few, "--out", "/dev/full"])).toBe(1);
    },
    60_000,
  );
});
