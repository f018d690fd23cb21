import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

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
  it("says what is not JSON", () => expect(parseJson("{").ok).toBe(false));
  it("gives what JSON.parse gives", () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        const answer = parseJson(text);
        if (answer.ok) expect(answer.value).toEqual(JSON.parse(text));
      }),
    ));
});
