import { describe, expect, it } from "vitest";
import { combinations, limits, protocolStatements, topicals } from "./index.ts";

const statements = protocolStatements();
const says = (table: string, id: string) => statements.find((one) => one.table === table && one.id === id)?.says;

describe("the protocol's tables as statements", () => {
  it("leave no row of a table out", () => {
    const ids = statements.map(({ id }) => id);
    for (const id of Object.keys(limits)) expect(ids).toContain(id);
    for (const id of Object.keys(topicals)) expect(ids).toContain(`product.${id}`);
    for (const id of Object.keys(combinations)) expect(ids).toContain(`with.${id}`);
  });

  it("have one id each, also where two tables name the same zone", () => {
    const ids = statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ["Depth of each zone", "depth.cheek", /^Usually 0.75 to 1 mm; a warning above 1.5 mm\./],
    ["Measured thickness of skin", "thickness.temple", /Thinner sex in all: 0.98 mm\.$/],
    ["Measured thickness of skin", "thickness.glabella", /^Men: epidermis 0.21 mm, dermis 1.14 ± 0.3 mm;/],
    ["Limits", "depth.face-max", /^Blocked: Never deeper than 2.5 mm on the face: our own limit\.$/],
    ["Limits", "anaesthetic.area", /^Warning: No more than 400 cm²/],
    ["What touches needled skin", "product.vitamin-c", /^Vitamin C: not while channels count as open\./],
    ["Numbing cream", "cream.lidocaine-tetracaine", /works after 20 min, at most 60 min, at most 59 g\.$/],
    [
      "Asked before numbing cream",
      "anaesthetic.antiArrhythmicDrug",
      /A doctor is asked first unless the answer is no\.$/,
    ],
    ["Other treatments near a session", "with.filler", /^Filler: same visit needs a reason, at least 28 days apart\./],
    ["Other treatments near a session", "with.rf-microneedling.spacing", /at least 84 days apart\.$/],
    [
      "What studies did for a concern",
      "concern.mild-acne-scars",
      /^Mild acne scars: 3 to 5 sessions, 4 weeks apart; evidence strong\./,
    ],
    ["What studies did for a concern", "concern.dullness", /no protocol of needling alone was seen/],
  ])("%s, %s", (table, id, words) => expect(says(table, id)).toMatch(words));

  it("cite for a spacing what the spacing rests on, not what the treatment does", () => {
    const spacing = statements.find(({ id }) => id === "with.skin-booster.spacing");
    expect(spacing?.sources).toEqual(["practice-unsourced"]);
  });
});
