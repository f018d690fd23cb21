import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson, readJson } from "./parse-json.ts";

describe("reading JSON", () => {
  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"answers":{"keloid":{"answer":"yes","answer":"no"}}}', "answers.keloid.answer"],
    ['{"list":[{"x":1},{"y":1,"\\u0079":2}]}', "list.1.y"],
    ['{"s":"a\\"b{,","t":[1,[2,{"k":1,"k":1}]]}', "t.1.1.k"],
  ])("refuses the repeated key of %s at %s", (text, path) =>
    expect(parseJson(text)).toEqual({ ok: false, problem: [{ path, message: "given twice" }] }),
  );
  it("takes the same key in two objects", () =>
    expect(parseJson('[{"a":1},{"a":{"a":2}}]')).toEqual({ ok: true, value: [{ a: 1 }, { a: { a: 2 } }] }));
  it("reads a text of ten million letters, and one of escapes only", () => {
    for (const text of ["x".repeat(10_000_000), "\\\\".repeat(5_000_000)]) {
      expect(parseJson(`{"a":"${text}","b":1,"b":2}`)).toEqual({
        ok: false,
        problem: [{ path: "b", message: "given twice" }],
      });
    }
  });
  it("gives the value beside its repeated keys, so that its other faults can be told with them", () =>
    expect(readJson('{"a":1,"a":2}')).toEqual({
      ok: true,
      value: { value: { a: 2 }, repeated: [{ path: "a", message: "given twice" }] },
    }));
  it("says what is not JSON", () => expect(parseJson("{").ok).toBe(false));
  it("gives what JSON.parse gives", () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        const answer = parseJson(text);
        if (answer.ok) expect(answer.value).toEqual(JSON.parse(text));
      }),
    ));
});
