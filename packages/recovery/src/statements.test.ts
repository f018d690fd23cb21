import { describe, expect, it } from "vitest";
import { recoveryStatements, triageRows } from "./index.ts";

const statements = recoveryStatements();
const statement = (id: string) => statements.find((one) => one.id === id);

describe("the tables of recovery as statements", () => {
  it("hold every row of the triage, the usual course and the aftercare", () => {
    const tables = statements.map(({ table }) => table);
    expect(tables.filter((table) => table === "Triage")).toHaveLength(triageRows.length);
    expect(tables.filter((table) => table === "What is usual")).toHaveLength(7);
    expect(tables.filter((table) => table === "Aftercare")).toHaveLength(21);
  });

  it("have one id each", () => expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length));

  it("say the sign, its level, the days and how soon", () => {
    expect(statement("granuloma.bumps")?.says).toBe(
      "Red bumps: yes, from day 3. Within 48 hours. Allergic or granulomatous reaction. Stop all products; dermatology, biopsy, patch test; not repeated steroids alone.",
    );
    expect(statement("redness.slow")?.says).toMatch(/^Redness: yes, days 3 to 7\. Within a week\./);
    expect(statement("course.redness")?.says).toMatch(/^Redness: yes, up to day 2\. Usual course\./);
  });

  it("name the hours found where they are a range, of which the shorter counts", () => {
    expect(statement("contact.rash")?.range).toBe("24 to 48 hours; the shorter counts");
    expect(statement("impetigo")?.range).toBeNull();
  });
});
