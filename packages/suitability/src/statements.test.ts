import { describe, expect, it } from "vitest";
import { foundingRuleSet, rulesOf, suitabilityStatements } from "./index.ts";

const statements = suitabilityStatements(foundingRuleSet);
const statement = (id: string) => statements.find((one) => one.id === id);

describe("the screening rules as statements", () => {
  it("are as many as the rows, each once", () => {
    expect(statements).toHaveLength(rulesOf(foundingRuleSet).length);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    expect([statement("med.topical:defer"), statement("med.topical:adapt")].every(Boolean)).toBe(true);
  });

  it("say the verdict first, then why, with the wait in words", () => {
    expect(statement("med.isotretinoin.past")).toMatchObject({
      part: "suitability",
      says: "Defer: Stopped isotretinoin less than 6 months ago.",
      range: "2 to 12 months, for one person by a prescriber",
    });
    expect(statement("preg")?.says).toBe("Defer: Pregnant: no data on needling, and the label excludes it.");
    expect(statement("age.minor")?.table).toBe("Patient and request");
  });

  it("carry the positions found, also where they disagree", () =>
    expect(statement("med.isotretinoin.past")?.found.map(({ says }) => says)).toContain("2 months"));

  it("have a range only where one was documented", () => {
    expect(statement("proc.botulinum-toxin")?.range).toBe("14 to 180 days");
    expect(statement("proc.laser-non-ablative")?.range).toBeNull();
    expect(statement("phototype.4to6")?.range).toBeNull();
    expect(statement("lact")?.range).toBe(
      "A clinic may take the milder position. Adapt: Breastfeeding: no data on needling; one label excludes the topical anaesthetic alone. Use no topical anaesthetic.",
    );
  });
});
