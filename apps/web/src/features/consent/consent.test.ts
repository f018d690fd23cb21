import type { ConsentTextView, GuardianView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { heldPurposes } from "./held-purposes.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { bodyOf, emptySigning, gapsOf, signerOf } from "./signing-draft.ts";

const text: ConsentTextView = {
  id: "00000000-0000-4000-8000-000000000001",
  kind: "treatment",
  version: 1,
  language: "en-GB",
  title: "Consent",
  body: "",
  fields: [{ key: "read", label: "I have read this", kind: "yes-no", required: true, mustBe: "yes" }],
  sha256: "a".repeat(64),
};
const guardian: GuardianView = {
  id: "00000000-0000-4000-8000-000000000002",
  name: "Efua Marsh",
  relationship: "mother",
  phone: null,
  email: null,
  identityChecked: null,
  version: 1,
};
const signature = { kind: "typed", name: "Efua Marsh" } as const;

describe("signing a consent", () => {
  it("is the guardian's for a minor, and the minor's own for the assent", () => {
    expect([signerOf("treatment", true), signerOf("assent", true), signerOf("treatment", false)]).toEqual([
      "guardian",
      "patient",
      "patient",
    ]);
  });

  it("waits for every needed answer, the name and the signature", () => {
    const signing = { text, draft: emptySigning, signer: "patient" as const, guardians: [], signature: null };
    expect(gapsOf(signing)).toEqual(["answers", "name", "signature"]);
    const draft = { ...emptySigning, answers: { read: "no" }, signerName: "Ama" };
    expect(gapsOf({ ...signing, draft, signature })).toEqual(["answers"]);
    expect(gapsOf({ ...signing, draft: { ...draft, answers: { read: "yes" } }, signature })).toEqual([]);
  });

  it("waits for a guardian whose identity was checked", () => {
    const draft = { ...emptySigning, answers: { read: "yes" }, signerName: "Efua Marsh", guardianId: guardian.id };
    const signing = { text, draft, signer: "guardian" as const, guardians: [guardian], signature };
    expect(gapsOf(signing)).toEqual(["guardian"]);
    expect(gapsOf({ ...signing, guardians: [{ ...guardian, identityChecked: "passport seen" }] })).toEqual([]);
  });

  it("sends the hash that was shown, no empty answer, and no purpose outside photographs", () => {
    const draft = { ...emptySigning, answers: { read: "yes", more: " " }, purposes: ["teaching" as const] };
    const signing = { text, draft, signer: "patient" as const, guardians: [], signature };
    expect(bodyOf(signing, signature, "2026-11-25T10:00:00.000Z")).toMatchObject({
      textSha256: text.sha256,
      answers: { read: "yes" },
      purposes: [],
      guardianId: null,
    });
  });
});

describe("what of a consent still holds", () => {
  const consent = {
    id: text.id,
    kind: "photographs" as const,
    textId: text.id,
    textVersion: 1,
    title: "",
    answers: {},
    purposes: ["record" as const, "teaching" as const],
    signer: "patient" as const,
    signerName: "Ama",
    signature,
    signedAt: "2026-11-25T10:00:00Z",
    intact: true,
  };
  const taken = { reason: "asked", by: "Priya", at: "2026-11-26T10:00:00Z" };

  it("is every purpose that was not taken back", () => {
    expect(heldPurposes({ ...consent, withdrawals: [{ purpose: "teaching", ...taken }] })).toEqual(["record"]);
  });

  it("is nothing once the whole was taken back", () => {
    expect(heldPurposes({ ...consent, withdrawals: [{ purpose: null, ...taken }] })).toBeNull();
  });
});

describe("the text on the screen", () => {
  it("shows its marks as footnotes", () => {
    const [first] = paragraphsOf("Nothing is injected. [S1] [practice]\n\nSecond.", "No source.");
    expect(first?.text).toBe("Nothing is injected.");
    expect(first?.notes.map(({ id }) => id)).toEqual(["S1", "practice"]);
    expect(first?.notes[1]?.text).toBe("No source.");
  });
});
