import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPdfStructure } from "../src/platform/documents/read-pdf-structure.testing.ts";
import { readPdfText } from "../src/platform/documents/read-pdf-text.testing.ts";
import { patientSteps } from "./patient-steps.ts";
import { foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const squeezed = (text: string) => text.replaceAll(/\s/g, "");

describe("a signed consent on paper", () => {
  it("holds each field that was answered, in a row of its own, and the drawn signature in words", async () => {
    const { treats, consentTo } = patientSteps(world, clinic);
    const list = `/api/patients/${clinic.ownPatientId}/consents`;
    const { texts } = (await treats("GET", list)).body;
    const { fields } = texts.find(({ kind }: { kind: string }) => kind === "treatment");
    const answers = Object.fromEntries(
      fields.map(({ key }: { key: string }, index: number) => [key, `answer ${index}`]),
    );
    const required = fields.filter((field: { required: boolean }) => field.required);
    for (const { key } of required) answers[key] = "yes";
    const signature = { kind: "drawn", path: "M 20 150 L 100 20 L 560 150" };
    const signed = await consentTo(clinic.ownPatientId, "treatment", { answers, signature });
    expect(signed.status).toBe(201);
    const token = clinic.tokens.practitioner;
    const pdf = await world.app.http.inject({
      method: "GET",
      url: `${list}/${signed.body.id}/document`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(pdf.statusCode).toBe(200);
    const text = squeezed(readPdfText(pdf.rawPayload));
    expect(fields.length).toBeGreaterThan(0);
    for (const { key, label } of fields) expect(text).toContain(squeezed(label) + squeezed(answers[key]));
    const { roles, alts, unmarked } = readPdfStructure(pdf.rawPayload);
    // The patient's two, the answers, the five of the signature, and the eight marks.
    expect(JSON.stringify(roles).split('"TR"').length - 1).toBe(2 + fields.length + 5 + 8);
    expect(text).toContain(squeezed("S4 Friedmann: Granulomatous reactions after microneedling (2024)."));
    expect(alts).toEqual(["Drawn signature of Ama Okafor"]);
    expect(unmarked).toEqual([]);
  });
});
