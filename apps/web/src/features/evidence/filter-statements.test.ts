import type { StatementView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { filterStatements, noFilter, reviewStateOf, tablesOf } from "./filter-statements.ts";

const statement = (more: Partial<StatementView>): StatementView => ({
  part: "suitability",
  table: "Sun",
  id: "sun",
  says: "Defer: sunburn less than 14 days ago.",
  sources: ["S60"],
  found: [],
  range: null,
  tier: "R",
  review: null,
  ...more,
});
const review = { by: "Dr Example", registration: "1", at: "2027-01-06T08:00:00Z" };
const sun = statement({});
const rim = statement({
  part: "protocol",
  table: "Limits",
  id: "zone.orbital-rim",
  says: "Blocked: nothing inside the rim.",
  sources: ["S6"],
  tier: "L",
  review: { ...review, isCurrent: true },
});
const peel = statement({
  id: "proc.peel",
  says: "Defer: peel",
  found: [{ says: "2 weeks", sources: ["S26"] }],
  tier: "C",
  review: { ...review, isCurrent: false },
});
const ids = (filter: object) => filterStatements([sun, rim, peel], { ...noFilter, ...filter }).map(({ id }) => id);

describe("looking for a statement", () => {
  it.each([
    [{}, ["sun", "zone.orbital-rim", "proc.peel"]],
    [{ words: "SUNBURN days" }, ["sun"]],
    [{ words: "s6" }, ["zone.orbital-rim"]],
    [{ words: "S26" }, ["proc.peel"]],
    [{ words: "2 weeks" }, ["proc.peel"]],
    [{ words: "rim sunburn" }, []],
    [{ part: "protocol" }, ["zone.orbital-rim"]],
    [{ tier: "C" }, ["proc.peel"]],
    [{ state: "open" }, ["sun"]],
    [{ state: "changed" }, ["proc.peel"]],
    [{ state: "current", part: "suitability" }, []],
  ])("%j finds %j", (filter, found) => expect(ids(filter)).toEqual(found));

  it("is not reviewed until somebody has signed, and no longer once it changed", () =>
    expect([sun, rim, peel].map(reviewStateOf)).toEqual(["open", "current", "changed"]));

  it("groups by table in the order listed", () =>
    expect(tablesOf([sun, rim, peel]).map(({ name, statements }) => [name, statements.length])).toEqual([
      ["Sun", 2],
      ["Limits", 1],
    ]));
});
