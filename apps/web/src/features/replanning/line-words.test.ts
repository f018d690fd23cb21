import type { ReplanLineView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { termWords, withNeeds } from "./line-words.ts";
import { causeOf, choiceOf, readReplanChoice } from "./replan-choice.ts";

describe("the words of a new place", () => {
  it.each`
    daysFromIdeal | practitionerChanged | minutesMoved | words
    ${3}          | ${true}             | ${-60}       | ${"3 days later than ideal, other practitioner, 1 hour earlier in the day"}
    ${0}          | ${false}            | ${0}         | ${"on the ideal day, same practitioner, same hour"}
    ${-1}         | ${false}            | ${95}        | ${"1 day earlier than ideal, same practitioner, 1 hour 35 minutes later in the day"}
  `("say $words", ({ words, ...terms }) => expect(termWords({ daysMoved: 0, ...terms })).toBe(words));
});

describe("choosing lines", () => {
  const line = (visitId: string, needs: readonly string[], state = "proposed") =>
    ({ visitId, needs, state }) as unknown as ReplanLineView;

  it("chooses with a line whatever it needs, and what that needs, but nothing that is done", () => {
    const lines = [line("a", ["b", "d"]), line("b", ["c"]), line("c", []), line("d", [], "accepted")];
    expect([...withNeeds(lines, new Set(["a"]))]).toEqual(["a", "b", "c"]);
  });
});

describe("the address of the board", () => {
  it("names a cause and is made from one", () => {
    const closure = { kind: "closure", siteId: "alder", days: ["2027-01-11", "2027-01-12"] } as never;
    expect(causeOf(readReplanChoice({ ...choiceOf(closure), odd: 1 }))).toEqual(closure);
    expect(causeOf(readReplanChoice({ cause: "absence", resource: "nair", from: "2027-01-11" }))).toBeNull();
  });
});
