import { calendarDate, type MinuteOfDay } from "@fibril/kernel";
import { anaestheticQuestions, fictitiousDevices } from "@fibril/protocol";
import { describe, expect, it } from "vitest";
import { amend, currentRecord } from "./amend.ts";
import { addCartridge } from "./cartridges.ts";
import { changeSession } from "./change-session.ts";
import type { SigningContext } from "./gap.ts";
import { emptyRecord, preparationStepIds, type SessionRecord } from "./session-record.ts";
import { isLockable, missingBeforeSigning } from "./signing.ts";
import { healingFacts } from "./what-was-done.ts";

const today = calendarDate("2026-11-25");
const context: SigningContext = {
  sessionId: "session-2",
  today,
  usedUnits: [{ lot: "DEMO-LOT-1", unit: "0007", sessionId: "session-1" }],
  person: { ageYears: 40, weightKg: null, fitzpatrick: 2 },
  permittedToday: true,
  openPreconditions: [],
  consentInForce: true,
  plan: null,
};
const cartridge = { lot: "DEMO-LOT-1", unit: "0008", expiresOn: today };
const complete: SessionRecord = {
  ...emptyRecord,
  sinceLastTime: { changed: "no", note: "" },
  preparation: Object.fromEntries(preparationStepIds.map((step) => [step, true])),
  antiseptic: "alcohol-70",
  anaesthetic: { used: "no", answers: {}, creams: [] },
  topicals: [],
  device: { deviceId: "device-1", serial: "DEMO-1", label: fictitiousDevices["demo-pen-a"] },
  cartridges: [cartridge],
  zones: [
    {
      zone: "cheek-left",
      place: "",
      state: "confirmed",
      depthMm: 1,
      passes: 4,
      endPoint: "pinpoint-bleeding",
      bleeding: "pinpoint-uniform",
      directions: ["horizontal", "vertical"],
      speed: "3",
      cartridgeUnit: "0008",
    },
  ],
  painScore: 3,
  stoppedEarly: "no",
};
const cream = {
  product: "lidocaine-tetracaine",
  lot: "DEMO-CREAM-1",
  lidocainePercent: null,
  overTheCounter: false,
  grams: 20,
  areaCm2: 200,
  onAt: 600 as MinuteOfDay,
  offAt: 630 as MinuteOfDay,
  removedBeforeNeedling: true,
} as const;

function codes(record: SessionRecord, given: SigningContext = context): readonly string[] {
  return missingBeforeSigning(record, given).map(({ code, path }) => (path === "" ? code : `${code} ${path}`));
}

describe("what is missing before signing", () => {
  it("is nothing for a complete record, which can be locked", () => {
    expect(codes(complete)).toEqual([]);
    expect(isLockable(complete, context)).toBe(true);
  });

  it("is everything for an empty record", () => {
    expect(new Set(missingBeforeSigning(emptyRecord, context).map(({ code }) => code))).toEqual(
      new Set([
        "since-last-time",
        "preparation",
        "antiseptic",
        "anaesthetic",
        "device",
        "cartridge",
        "zones",
        "topicals",
        "pain-score",
        "stopped-early",
      ]),
    );
  });

  it.each`
    change                                                                                                    | missing
    ${{ sinceLastTime: null }}                                                                                | ${"since-last-time sinceLastTime"}
    ${{ sinceLastTime: { changed: "yes", note: " " } }}                                                       | ${"since-last-time-note sinceLastTime.note"}
    ${{ preparation: { ...complete.preparation, glovesOn: false } }}                                          | ${"preparation preparation.glovesOn"}
    ${{ antiseptic: null }}                                                                                   | ${"antiseptic antiseptic"}
    ${{ anaesthetic: null }}                                                                                  | ${"anaesthetic anaesthetic"}
    ${{ anaesthetic: { used: "yes", answers: {}, creams: [] } }}                                              | ${"cream anaesthetic.creams"}
    ${{ zones: [] }}                                                                                          | ${"zones zones"}
    ${{ painScore: null }}                                                                                    | ${"pain-score painScore"}
    ${{ painScore: 11 }}                                                                                      | ${"pain-score-range painScore"}
    ${{ stoppedEarly: null }}                                                                                 | ${"stopped-early stoppedEarly"}
    ${{ stoppedEarly: { reason: "other", note: "" } }}                                                        | ${"stopped-early-note stoppedEarly.note"}
    ${{ cartridges: [{ ...cartridge, expiresOn: "2026-11-24" }] }}                                            | ${"cartridge-expired cartridges.0"}
    ${{ topicals: null }}                                                                                     | ${"topicals topicals"}
    ${{ topicals: [{ product: "sterile-saline", name: "Saline", lot: "", sterile: true, expiresOn: null }] }} | ${"topical-lot topicals.0.lot"}
  `("with $change is $missing", ({ change, missing }) => {
    expect(codes({ ...complete, ...change })).toEqual([missing]);
  });

  it("is the permission, a precondition and the consent where they are not there today", () => {
    const closed = {
      ...context,
      permittedToday: null,
      openPreconditions: ["antiviral decided"],
      consentInForce: false,
    };
    expect(codes(complete, closed)).toEqual(["not-permitted-today", "precondition-open", "consent-missing"]);
  });

  it("names a cream's grams, area and times, and the questions that were not asked", () => {
    const step = {
      used: "yes",
      answers: {},
      creams: [{ ...cream, grams: null, areaCm2: null, offAt: 599 as MinuteOfDay }],
    } as const;
    expect(codes({ ...complete, anaesthetic: step })).toEqual([
      "cream-grams anaesthetic.creams.0.grams",
      "cream-area anaesthetic.creams.0.areaCm2",
      "cream-times anaesthetic.creams.0.offAt",
      ...anaestheticQuestions.map((question) => `limit anaestheticAnswers.${question}`),
    ]);
  });

  it("asks a faint before the first needle for no cartridge and no zone", () => {
    const fainted: SessionRecord = { ...emptyRecord, stoppedEarly: { reason: "faint", note: "" } };
    expect(
      codes({ ...fainted, sinceLastTime: complete.sinceLastTime, anaesthetic: complete.anaesthetic, painScore: 0 }),
    ).toEqual([]);
  });

  it("asks where on the body", () => {
    const values = { depthMm: 1, passes: 4, endPoint: "pinpoint-bleeding", cartridgeUnit: "0008" } as const;
    const record = changeSession({ ...complete, zones: [] }, { do: "apply-to-zones", zones: ["body"], values });
    expect(codes(record)).toEqual(["zone-place zones.0.place"]);
  });

  it("does not let a blocked depth be signed with a reason", () => {
    const deep = changeSession(complete, { do: "apply-to-zones", zones: ["cheek-left"], values: { depthMm: 2.55 } });
    const found = missingBeforeSigning(deep, context);
    const reasoned = found.reduce(
      (record, { finding }) => changeSession(record, { do: "give-reason", finding: finding ?? "", reason: "old scar" }),
      deep,
    );
    expect(codes(reasoned)).toEqual(["limit zones.0", "limit zones.0"]);
  });
});

describe("a reason for a depth", () => {
  const deeper = changeSession(complete, { do: "apply-to-zones", zones: ["cheek-left"], values: { depthMm: 1.5 } });
  const [asked] = missingBeforeSigning(deeper, context);
  const reasoned = changeSession(deeper, { do: "give-reason", finding: asked?.finding ?? "", reason: "old scar" });

  it("is asked for above the zone's threshold and closes the gap", () => {
    expect(asked).toMatchObject({ code: "reason", path: "zones.0", finding: "depth.zone-threshold@cheek-left" });
    expect(codes(reasoned)).toEqual([]);
  });

  it("does not stand for a depth set afterwards", () => {
    const again = changeSession(reasoned, { do: "apply-to-zones", zones: ["cheek-left"], values: { depthMm: 1.45 } });
    expect(codes(again)).toEqual(["reason zones.0"]);
  });

  it("does not pass to another zone", () => {
    const other = changeSession(reasoned, {
      do: "apply-to-zones",
      zones: ["cheek-right"],
      values: { depthMm: 1.5, passes: 4, endPoint: "pinpoint-bleeding", cartridgeUnit: "0008" },
    });
    expect(codes(changeSession(other, { do: "remove-zones", zones: ["cheek-left"] }))).toEqual(["reason zones.0"]);
  });
});

describe("adding a cartridge", () => {
  it.each`
    cartridge                                               | code
    ${{ ...cartridge, expiresOn: "2026-11-24" }}            | ${"expired"}
    ${{ ...cartridge, unit: "0007" }}                       | ${"unit-used"}
    ${{ ...cartridge, lot: " demo-lot-1 ", unit: "00 07" }} | ${"unit-used"}
    ${{ ...cartridge, lot: " " }}                           | ${"lot-or-unit-missing"}
  `("refuses $cartridge: $code", ({ cartridge: given, code }) => {
    expect(addCartridge(emptyRecord, given, context)).toMatchObject({ ok: false, problem: { code } });
  });

  it("takes one on its last day, once", () => {
    const first = addCartridge(emptyRecord, cartridge, context);
    expect(first).toMatchObject({ ok: true, value: { cartridges: [cartridge] } });
    expect(first.ok && addCartridge(first.value, cartridge, context)).toMatchObject({
      problem: { code: "already-in-this-session" },
    });
  });
});

describe("amending a signed session", () => {
  const session = { signed: complete, amendments: [] };
  const author = { authorId: "staff-1", at: "2026-11-26T09:00:00Z" };

  it("keeps both versions, with author and reason", () => {
    const after = { ...complete, painScore: 5 };
    const amended = amend(session, { after, reason: "mistyped", ...author }, context);
    expect(amended).toEqual({
      ok: true,
      value: {
        session: { signed: complete, amendments: [{ before: complete, after, reason: "mistyped", ...author }] },
        concerns: [],
      },
    });
    expect(amended.ok && currentRecord(amended.value.session).painScore).toBe(5);
  });

  it.each`
    after                               | reason  | code
    ${{ ...complete, painScore: 5 }}    | ${" "}  | ${"reason-missing"}
    ${complete}                         | ${"ok"} | ${"nothing-changed"}
    ${{ ...complete, painScore: null }} | ${"ok"} | ${"gaps"}
  `("is refused: $code", ({ after, reason, code }) => {
    expect(amend(session, { after, reason, ...author }, context)).toMatchObject({ ok: false, problem: { code } });
  });

  it("keeps the truth about an expired lot and says what it breaks", () => {
    const after = { ...complete, cartridges: [{ ...cartridge, expiresOn: calendarDate("2026-10-31") }] };
    expect(amend(session, { after, reason: "lot was mistyped", ...author }, context)).toMatchObject({
      ok: true,
      value: { concerns: [{ code: "cartridge-expired", kind: "refused" }] },
    });
  });
});

describe("what healing depends on", () => {
  it("is the deepest zone, the regions and the cream", () => {
    expect(healingFacts(complete, { fitzpatrick: 2 })).toEqual({
      deepestMm: 1,
      regions: ["face"],
      aroundMouth: false,
      anaesthetic: false,
      topicals: [],
      fitzpatrick: 2,
    });
  });

  it("does not know the deepest zone while one depth is missing", () => {
    const open = changeSession(complete, { do: "apply-to-zones", zones: ["upper-lip"], values: {} });
    expect(healingFacts(open, { fitzpatrick: null })).toMatchObject({ deepestMm: null, aroundMouth: true });
  });
});

describe("a session against its plan", () => {
  const plan = [{ zone: "cheek-left", depthMm: 0.75, passes: 4, reason: "" }] as const;
  const planned = { ...context, plan };

  it("needs a reason for going deeper than planned, under the zone's own key", () => {
    expect(missingBeforeSigning(complete, planned)).toEqual([
      {
        code: "reason",
        kind: "missing",
        path: "zones.0",
        words: "Left cheek: 1.00 mm is deeper than the 0.75 mm planned. Say why.",
        finding: "plan.deeper@cheek-left",
      },
    ]);
    const reasoned = changeSession(complete, {
      do: "give-reason",
      finding: "plan.deeper@cheek-left",
      reason: "No redness at 0.75 mm",
    });
    expect(isLockable(reasoned, planned)).toBe(true);
  });
  it("asks for the reason anew when the depth changes again", () => {
    const reasoned = { ...complete, reasons: { "plan.deeper@cheek-left": "No redness at 0.75 mm" } };
    const deeper = changeSession(reasoned, { do: "apply-to-zones", zones: ["cheek-left"], values: { depthMm: 1.1 } });
    expect(isLockable(deeper, planned)).toBe(false);
  });
  it("needs a reason for a zone that nobody planned", () =>
    expect(codes(complete, { ...context, plan: [{ ...plan[0], zone: "chin" }] })).toEqual(["reason zones.0"]));
  it("needs none for being gentler", () =>
    expect(isLockable(complete, { ...context, plan: [{ ...plan[0], depthMm: 1.25 }] })).toBe(true));
});
