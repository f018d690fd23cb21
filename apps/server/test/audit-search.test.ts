import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "canary");
}, 120_000);
afterAll(() => world.close());

async function register(of: TestClinic, familyName: string): Promise<number> {
  const { body } = await ask(world, of.tokens["front-desk"], "POST", "/api/patients", { ...registration, familyName });
  return body.number;
}
const search = (query: string, token = clinic.tokens.auditor) => ask(world, token, "GET", `/api/audit${query}`);

describe("a search of the audit", () => {
  it("names the patient by the clinic's own number, never by name", async () => {
    const number = await register(clinic, "Quillfeather");
    const { body } = await search("?action=registered");
    expect(body.events[0].patientNumber).toBe(number);
    expect(JSON.stringify(body)).not.toContain("Quillfeather");
  });

  it("finds what was done about one patient by that number", async () => {
    const number = await register(clinic, "Thistle");
    const { body } = await search(`?patientNumber=${number}`);
    expect(body.events.length).toBeGreaterThan(0);
    expect(new Set(body.events.map((event: { patientNumber: number }) => event.patientNumber))).toEqual(
      new Set([number]),
    );
  });

  it("never reaches another clinic's patient of the same number", async () => {
    const [ours, theirs] = [await register(clinic, "Sorrel"), await register(other, "Sorrel")];
    const { body } = await search(`?patientNumber=${theirs}`, other.tokens.auditor);
    expect(body.events.length).toBeGreaterThan(0);
    const ids = new Set(body.events.map((event: { patientId: string }) => event.patientId));
    const own = await search(`?patientNumber=${ours}`);
    for (const { patientId } of own.body.events) expect(ids.has(patientId)).toBe(false);
  });

  it("refuses a number that is none", async () => {
    expect((await search("?patientNumber=eleven")).status).toBe(422);
  });
});
