import { describe, expect, it } from "vitest";
import { type ConsentField, refuseAnswers } from "./consent.ts";
import { consentState, type SignedConsent } from "./consent-state.ts";
import { foundingTexts } from "./founding-texts.ts";

const fields: readonly ConsentField[] = [
  { key: "read", label: "Read", kind: "yes-no", required: true, mustBe: "yes" },
  { key: "wish", label: "Wish", kind: "text", required: false },
];

describe("answering a consent text", () => {
  it.each([
    [{}, [{ key: "read", message: "needs an answer" }]],
    [{ read: "maybe" }, [{ key: "read", message: "is yes or no" }]],
    [{ read: "no" }, [{ key: "read", message: "has to be yes before this can be signed" }]],
    [{ read: "yes", other: "x" }, [{ key: "other", message: "is not asked in this text" }]],
    [{ read: "yes", wish: "" }, []],
  ])("%j is refused for %j", (answers, issues) => expect(refuseAnswers(fields, answers)).toEqual(issues));
});

const versions = { treatment: 1, photographs: 1, assent: 1 };
const adult: SignedConsent = {
  id: "a",
  kind: "treatment",
  textVersion: 1,
  signer: "patient",
  purposes: [],
  signedAt: "2027-01-04T09:00:00.000Z",
};
const photographs: SignedConsent = { ...adult, id: "p", kind: "photographs", purposes: ["record", "teaching"] };

describe("where consent stands", () => {
  const state = (facts: Partial<Parameters<typeof consentState>[0]>) =>
    consentState({ consents: [], withdrawals: [], versions, isMinor: false, ...facts });

  it("is missing until the patient signs", () =>
    expect(state({})).toMatchObject({ treatment: "missing", permits: false }));
  it("permits with an adult's own consent, without any photograph", () =>
    expect(state({ consents: [adult] })).toEqual({
      treatment: "given",
      assent: null,
      photographPurposes: [],
      photographsAsked: false,
      permits: true,
    }));
  it("is outdated when the text in force is newer", () =>
    expect(state({ consents: [adult], versions: { ...versions, treatment: 2 } })).toMatchObject({
      treatment: "outdated",
      permits: false,
    }));
  it("ends with a withdrawal and begins again with a new signature", () => {
    const withdrawals = [{ consentId: "a", purpose: null }];
    expect(state({ consents: [adult], withdrawals })).toMatchObject({ treatment: "withdrawn", permits: false });
    const again = { ...adult, id: "b", signedAt: "2027-02-01T09:00:00.000Z" };
    expect(state({ consents: [adult, again], withdrawals })).toMatchObject({ treatment: "given", permits: true });
  });
  it("of somebody who turned 18 is asked anew: the guardian's counts no more", () => {
    const guardian: SignedConsent = { ...adult, id: "g", signer: "guardian" };
    const byGuardian = [guardian, { ...photographs, signer: "guardian" as const }];
    expect(state({ consents: byGuardian })).toEqual({
      treatment: "outgrown",
      assent: null,
      photographPurposes: [],
      photographsAsked: false,
      permits: false,
    });
    expect(state({ consents: [...byGuardian, adult] })).toMatchObject({ treatment: "given", permits: true });
  });
  it("needs a guardian's consent and the minor's assent below 18", () => {
    const guardian: SignedConsent = { ...adult, id: "g", signer: "guardian" };
    const assent: SignedConsent = { ...adult, id: "s", kind: "assent" };
    expect(state({ isMinor: true, consents: [adult] }).permits).toBe(false);
    expect(state({ isMinor: true, consents: [guardian] })).toMatchObject({
      treatment: "given",
      assent: "missing",
      permits: false,
    });
    expect(state({ isMinor: true, consents: [guardian, assent] }).permits).toBe(true);
  });
  it("takes one purpose of the photographs back and keeps the other", () =>
    expect(state({ consents: [photographs], withdrawals: [{ consentId: "p", purpose: "teaching" }] })).toMatchObject({
      photographPurposes: ["record"],
      photographsAsked: true,
    }));
});

describe("the founding texts", () => {
  it.each(foundingTexts.map((text) => [text.kind, text] as const))(
    "%s marks every paragraph with its source",
    (_kind, text) => {
      for (const paragraph of text.body.split("\n\n")) expect(paragraph).toMatch(/\[(S\d+|practice)\]$/);
    },
  );
});
