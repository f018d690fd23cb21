import { readdirSync, readFileSync } from "node:fs";
import { clinicalStatements, sourcesUnusedBy } from "@fibril/contract";
import { foundingRuleSet } from "@fibril/suitability";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../content/education/", import.meta.url);
const read = readdirSync(folder)
  .filter((name) => /\.(md|json)$/.test(name) && name !== "README.md")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
const readByPatients = new Set(read.match(/\bS\d+\b/g));

/** Works that were opened while the register was made and that nothing cites: each is to be used or to go. */
const waiting = [
  // Of the clinical table.
  "S13",
  "S47",
  "S70",
  "S83",
  "S91",
  "S92",
  "S96",
  "S102",
  "S103",
  "S104",
  "S106",
  "S107",
  "S108",
  "S109",
  "S110",
  "S111",
  "S119",
  "S120",
  // Of the collagen model, which names its data by DOI, and of device law.
  "S122",
  "S123",
  "S124",
  "S125",
  "S126",
  "S127",
  "S128",
  "S129",
  "S130",
  "S131",
  "S132",
  "S133",
  "S134",
  "S135",
  "S136",
  "S137",
  "S138",
  "S139",
  "S140",
  "S141",
  "S142",
  "S143",
  "S145",
  "S146",
];

describe("the register of sources", () => {
  it("holds no source that neither a statement nor a patient's page cites, but for those known to wait", () => {
    const unused = sourcesUnusedBy(clinicalStatements(foundingRuleSet)).map(({ id }) => id);
    expect(unused.filter((id) => !readByPatients.has(id))).toEqual(waiting);
  });
});
