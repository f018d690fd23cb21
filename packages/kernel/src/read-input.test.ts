import { describe, expect, it } from "vitest";
import { isGiven, joinPath, reader } from "./index.ts";

describe("reading a document that nobody has checked", () => {
  it("takes null for left out, and nothing else", () => {
    expect([undefined, null, 0, "", false].map(isGiven)).toEqual([false, false, true, true, true]);
  });

  it("writes places with dots, the outermost without", () => {
    expect([joinPath("", "answers"), joinPath("procedures", 0)]).toEqual(["answers", "procedures.0"]);
  });

  it("refuses each unknown field at its own place and keeps the known ones", () => {
    const read = reader();
    expect(read.fields({ kind: "tan", colour: 1, shade: 2 }, "sun", ["kind"])).toMatchObject({ kind: "tan" });
    expect(read.issues).toEqual([
      { path: "sun.colour", message: "unknown field" },
      { path: "sun.shade", message: "unknown field" },
    ]);
  });

  it.each([["text"], [[1]], [7]])("%j is no object", (value) => {
    const read = reader();
    expect(read.fields(value, "done", ["depth"])).toEqual({});
    expect(read.issues).toEqual([{ path: "done", message: "must be an object" }]);
  });

  it("has no fields and no list where none was given, without a complaint", () => {
    const read = reader();
    expect([read.fields(null, "done", []), read.list(undefined, "zones")]).toEqual([{}, []]);
    expect(read.issues).toEqual([]);
  });

  it("refuses what is no list", () => {
    const read = reader();
    expect(read.list({}, "zones")).toEqual([]);
    expect(read.issues).toEqual([{ path: "zones", message: "must be a list" }]);
  });

  it("takes one of the options, and says which there are or that one is required", () => {
    const read = reader();
    expect(read.option(2, "type", [1, 2])).toBe(2);
    expect(read.option("2", "type", [1, 2])).toBeNull();
    expect(read.option(null, "sex", ["female", "male"])).toBeNull();
    expect(read.issues).toEqual([
      { path: "type", message: "must be one of 1, 2" },
      { path: "sex", message: "is required" },
    ]);
  });

  it("takes a day of the calendar only", () => {
    const read = reader();
    expect(read.day("2028-02-29", "on")).toBe("2028-02-29");
    expect(["2027-02-29", 20270301, undefined].map((value) => read.day(value, "on"))).toEqual([null, null, null]);
    expect(read.issues.map(({ message }) => message)).toEqual([
      "must be a day YYYY-MM-DD of the calendar",
      "must be a day YYYY-MM-DD of the calendar",
      "is required",
    ]);
  });
});
