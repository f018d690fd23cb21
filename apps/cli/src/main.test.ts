import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../bin/fibril.mjs", import.meta.url));

function fibril(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "fibril words "));
  writeFileSync(join(folder, "notes.txt"), "");
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr, left: readdirSync(folder) };
}

describe("asking the command line for help", () => {
  it.each(["start", "demo", "migrate", "seed demo", "token create", "verify-audit", "screen", "collagen calibrate"])(
    "%s tells what it takes, and the version",
    (name) => {
      const words = name.split(" ");
      for (const asked of ["--help", "-h"]) {
        expect(fibril([...words, asked])).toMatchObject({ status: 0, stderr: "" });
        expect(fibril([...words, asked]).stdout.startsWith(`  fibril ${name} `)).toBe(true);
      }
      expect(fibril([...words, "--version"])).toMatchObject({ status: 0, stdout: "0.1.0\n", stderr: "" });
    },
  );

  it("tells the commands of a family by its first word, and those alone", () => {
    const { status, stdout } = fibril(["token", "--help"]);
    expect([status, stdout.trim().split("\n").length]).toEqual([0, 1]);
    expect(fibril(["collagen", "simulat"])).toMatchObject({ status: 2, stdout: "" });
    expect(fibril(["collagen", "simulat"]).stderr.trim().split("\n")).toHaveLength(4);
  });
});

describe("a command that can't begin", () => {
  it.each([
    [["start", "--data", "notes.txt"], 1, /notes.txt\): a file stands where a folder should/],
    [["start", "--data", "notes.txt/deeper"], 1, /notes.txt\/deeper\): a file stands where a folder should/],
    [["verify-audit"], 1, /there is no clinic in .*\.fibril: name its folder with --data/],
    [["token", "create", "--role", "owner"], 1, /there is no clinic in .*\.fibril: name its folder with --data/],
  ])("%j says why in one line and leaves nothing behind", (words, status, why) => {
    const ended = fibril(words);
    expect(ended).toMatchObject({ status, stdout: "", left: ["notes.txt"] });
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
  });

  it("never empties a folder for a demo whose records are in a database of one's own", () => {
    const ended = fibril(["demo", "--reset"], { DATABASE_URL: "postgres://me@127.0.0.1:1/clinic" });
    expect(ended).toMatchObject({ status: 2, left: ["notes.txt"] });
    expect(ended.stderr).toMatch(/--reset empties only a database that fibril started itself/);
  });
});
