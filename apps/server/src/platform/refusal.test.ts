import { describe, expect, it } from "vitest";
import { Refusal, refusalOf } from "./refusal.ts";

const system = (code: string, path?: string) => Object.assign(new Error(`${code}: told by the system`), { code, path });

describe("what is told where the program can't start", () => {
  it.each([
    [new Refusal("the master key is gone"), "the master key is gone"],
    [system("ENOSPC", "/srv/fibril/files"), "the disk is full (/srv/fibril/files): make room, then start again"],
    [system("53100"), "the disk of the database is full: make room, then start again"],
    [
      system("ENOTDIR", "/srv/notes.txt/fibril"),
      "a file or folder can't be used (/srv/notes.txt/fibril): a file stands where a folder should. Name another data folder with --data, or mend it",
    ],
    [
      system("EROFS"),
      "a file or folder can't be used (EROFS: told by the system): its disk can only be read. Name another data folder with --data, or mend it",
    ],
    [
      new Error("migration 0001_ground.sql failed", { cause: system("42501") }),
      "the database lets its user do too little (42501: told by the system): let that user own the database and create roles (CREATEROLE)",
    ],
  ])("%s", (fault, told) => expect(refusalOf(fault)).toBe(told));

  it.each([[new TypeError("a fault of ours")], [system("EBADF")], ["a text"], [null]])(
    "is nothing where only we could mend it: %s",
    (fault) => expect(refusalOf(fault)).toBe(null),
  );
});
