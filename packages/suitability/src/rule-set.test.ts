import { sources } from "@fibril/evidence";
import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import {
  applyChanges,
  firstLegalDay,
  foundingRuleSet,
  loosen,
  parseScreening,
  preconditionsOf,
  questionIds,
  questions,
  type RuleChange,
  type RuleSet,
  reasonOf,
  reevaluate,
  rulesOf,
  type Screening,
  screen,
  settingInWords,
  settingOf,
  sourcesOf,
} from "./index.ts";

const change: RuleChange = {
  rule: "sun",
  count: 7,
  scope: { kind: "clinic" },
  signedBy: { name: "Dr Ada Example", registration: "1234567", role: "practitioner" },
  signedOn: "2026-11-23",
  reason: "Our patients keep out of the sun",
};

const forOne: RuleChange = {
  ...change,
  rule: "med.isotretinoin.past",
  count: 2,
  scope: { kind: "person", patientId: "p1" },
  signedBy: { ...change.signedBy, role: "prescriber" },
};

function screening(answers: object, patient: object = {}): Screening {
  const parsed = parseScreening({
    asOf: "2026-11-23",
    patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3, ...patient },
    request: { concerns: ["fine-lines"], area: "face", anaesthetic: "none" },
    answers: { ...Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }])), ...answers },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

function loosened(...changes: RuleChange[]): RuleSet {
  return changes.reduce((set, next) => {
    const result = loosen(set, next);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return result.value;
  }, foundingRuleSet);
}

const sunTenDaysAgo = () => screening({ sunExposure: { answer: "yes", kind: "tan", on: "2026-11-13" } });

describe("loosening a wait", () => {
  it("holds in the new set, and the old one is untouched", () => {
    const set = loosened(change);
    expect(screen(sunTenDaysAgo(), set)).toMatchObject({
      verdict: "suitable",
      ruleSet: { id: "founding", version: "1.0.0+1" },
    });
    expect(screen(sunTenDaysAgo())).toMatchObject({ verdict: "defer", notBefore: "2026-11-27" });
    expect(set.changes).toEqual([change]);
    expect(loosened(change, { ...change, count: 10 }).version).toBe("1.0.0+2");
  });
  it("tells the new wait in the reason", () => {
    const sunburnt = screening({ sunExposure: { answer: "yes", kind: "tan", on: "2026-11-23" } });
    expect(screen(sunburnt, loosened(change)).findings[0]).toMatchObject({
      notBefore: "2026-11-30",
      reason: "Sunburn, tan or self-tan less than 7 days ago: dark marks are likelier",
    });
    expect(screen(sunburnt, loosened({ ...change, count: 1 })).findings[0]?.reason).toContain("less than 1 day ago");
  });
  it("changes what both rows of one rule tell", () => {
    const set = loosened({ ...change, rule: "med.topical", count: 1 });
    const used = screening({ topicalActives: { answer: "yes", lastUsedOn: "2026-11-22" } });
    expect(screen(used, set).findings[0]).toMatchObject({
      verdict: "adapt",
      adaptations: ["Stop retinoids and acids 1 day before each session; resume on day 5 to 7"],
    });
  });
  it("does not carry the review of the old set over", () => {
    const result = loosen({ ...foundingRuleSet, reviewedBy: "Dr Ada Example" }, change);
    expect(result).toMatchObject({ ok: true, value: { reviewedBy: null } });
  });
  it.each([
    ["sun", 1],
    ["sun", 28],
    ["med.topical", 1],
    ["med.topical", 10],
    ["scar.young", 2],
    ["proc.botulinum-toxin", 14],
    ["proc.filler", 14],
    ["proc.superficial-peel", 14],
    ["proc.deep-peel", 2],
    ["proc.waxing", 14],
  ])("%s may be %i", (rule, count) => expect(loosen(foundingRuleSet, { ...change, rule, count }).ok).toBe(true));
  it.each([
    ["sun", 0],
    ["sun", 29],
    ["sun", 1.5],
    ["sun", Number.NaN],
    ["med.topical", 11],
    ["scar.young", 1],
    ["scar.young", 13],
    ["proc.botulinum-toxin", 13],
    ["proc.botulinum-toxin", 181],
    ["proc.filler", 13],
    ["proc.filler", 366],
    ["proc.superficial-peel", 13],
    ["proc.superficial-peel", 29],
    ["proc.deep-peel", 1],
    ["proc.deep-peel", 4],
    ["proc.waxing", 6],
    ["proc.waxing", 15],
  ])("%s is never %i: outside the documented range", (rule, count) =>
    expect(loosen(foundingRuleSet, { ...change, rule, count })).toMatchObject({
      ok: false,
      problem: { code: "outside-documented-range", rule },
    }),
  );
  it("takes the milder position of a label, and gives it back", () => {
    const feeding = screening({ breastfeeding: { answer: "yes" } });
    const milder = loosened({ ...change, rule: "lact", count: 1 });
    expect(screen(feeding, milder).findings).toMatchObject([
      { rule: "lact", verdict: "adapt", adaptations: ["Use no topical anaesthetic"], sources: ["S10"], until: null },
    ]);
    const back = loosened({ ...change, rule: "lact", count: 1 }, { ...change, rule: "lact", count: 0 });
    expect(screen(feeding, back).findings).toEqual(screen(feeding).findings);
    expect(back.version).toBe("1.0.0+2");
    expect(loosened({ ...change, rule: "lact", count: 1 }, { ...change, rule: "lact", count: 1 }).questions).toEqual(
      milder.questions,
    );
  });
  it("never takes a milder position on what is not known, or with a cream on", () => {
    const set = loosened({ ...change, rule: "lact", count: 1 }, { ...change, rule: "acne.inflammatory", count: 1 });
    const feeding = screening({ breastfeeding: { answer: "yes" } });
    const asked = { ...feeding, request: { ...feeding.request, anaesthetic: "lidocaine" as const } };
    expect(screen(asked, set)).toMatchObject({ verdict: "defer", findings: [{ until: "breastfeeding-ended" }] });
    expect(screen(screening({ breastfeeding: { answer: "unknown" } }), set)).toMatchObject({
      verdict: "incomplete",
      findings: [{ sources: ["S6", "S10"] }],
    });
    expect(screen(screening({ activeAcneInArea: { answer: "yes" } }), set)).toMatchObject({
      verdict: "defer",
      findings: [{ rule: "acne.inflammatory", until: "acne-quiet" }],
      missing: ["activeAcneInArea.kind"],
    });
    expect(screen(screening({ activeAcneInArea: { answer: "yes", kind: "inflammatory" } }), set)).toMatchObject({
      verdict: "adapt",
      findings: [{ rule: "acne.inflammatory", because: ["activeAcneInArea.kind"], overridable: "none-needed" }],
    });
    expect(screen(screening({ activeAcneInArea: { answer: "yes", kind: "comedonal" } }), set).findings).toMatchObject([
      { rule: "acne.comedonal" },
    ]);
  });
  it.each([
    ["lact", 2],
    ["acne.inflammatory", -1],
  ])("knows no position %s %i", (rule, count) =>
    expect(loosen(foundingRuleSet, { ...change, rule, count })).toMatchObject({
      ok: false,
      problem: { code: "outside-documented-range", min: 0, max: 1 },
    }),
  );
  it("softens deferrals only: what a prescriber decides, or nobody may, has no milder position", () => {
    const softened = rulesOf(foundingRuleSet).flatMap(({ row }) => ("milder" in row && row.milder ? [row] : []));
    expect(softened.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["lact", "defer"],
      ["acne.inflammatory", "defer"],
    ]);
  });
  it("tells a setting in words", () => {
    const told = (rule: string, set = foundingRuleSet) => {
      const setting = settingOf(set, rule);
      return setting && settingInWords(setting);
    };
    expect([told("sun"), told("lact"), told("preg"), told("age.minor")]).toEqual([
      "14 days",
      "the founding verdict",
      null,
      null,
    ]);
    expect(told("lact", loosened({ ...change, rule: "lact", count: 1 }))).toBe("the milder position");
  });
  it("says what the range is", () =>
    expect(loosen(foundingRuleSet, { ...change, count: 0 })).toEqual({
      ok: false,
      problem: { code: "outside-documented-range", rule: "sun", min: 1, max: 28 },
    }));
  it.each([
    "proc.dermabrasion",
    "proc.surgery",
    "proc.laser-non-ablative",
    "proc.laser-ablative",
    "proc.rf-microneedling",
    "proc.microneedling",
  ])("%s has no documented range and stays", (rule) =>
    expect(loosen(foundingRuleSet, { ...change, rule })).toEqual({
      ok: false,
      problem: { code: "no-documented-range", rule },
    }),
  );
  it.each(["preg", "age.minor", "nothing"])("%s has no wait to change", (rule) =>
    expect(loosen(foundingRuleSet, { ...change, rule })).toEqual({
      ok: false,
      problem: { code: "no-such-wait", rule },
    }),
  );
  it.each([
    [{ signedBy: { ...change.signedBy, name: " " } }, "name"],
    [{ signedBy: { ...change.signedBy, registration: " " } }, "registration"],
    [{ reason: " " }, "reason"],
    [{ signedOn: "today" }, "signedOn"],
    [{ scope: { kind: "person", patientId: " " } }, "patientId"],
  ] as const)("is refused unsigned: %j", (part, missing) =>
    expect(loosen(foundingRuleSet, { ...change, ...part })).toEqual({
      ok: false,
      problem: { code: "not-signed", missing },
    }),
  );
});

describe("loosening the wait after isotretinoin", () => {
  const rule = "med.isotretinoin.past";
  it("is for one person, by a prescriber", () => {
    const stopped = screening({ isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-09-01" } });
    expect(screen(stopped).verdict).toBe("defer");
    expect(screen(stopped, loosened(forOne)).verdict).toBe("suitable");
  });
  it("is never for everyone", () =>
    expect(loosen(foundingRuleSet, { ...forOne, scope: { kind: "clinic" } })).toEqual({
      ok: false,
      problem: { code: "per-person-only", rule },
    }));
  it("is never by anyone but a prescriber", () =>
    expect(loosen(foundingRuleSet, { ...forOne, signedBy: change.signedBy })).toEqual({
      ok: false,
      problem: { code: "prescriber-only", rule },
    }));
  it("is never below 2 months, although 0 was found", () =>
    expect(loosen(foundingRuleSet, { ...forOne, count: 1 })).toEqual({
      ok: false,
      problem: { code: "outside-documented-range", rule, min: 2, max: 12 },
    }));
  it("may be made longer, up to 12 months", () => {
    expect(loosen(foundingRuleSet, { ...forOne, count: 12 }).ok).toBe(true);
    expect(loosen(foundingRuleSet, { ...forOne, count: 13 }).ok).toBe(false);
  });
});

describe("changing a rule set", () => {
  const plans = () => [
    { id: "b", screening: sunTenDaysAgo() },
    { id: "c", screening: screening({}) },
    {
      id: "a",
      screening: screening({
        sunExposure: { answer: "yes", kind: "tan", on: "2026-11-20" },
        melasma: { answer: "yes" },
      }),
    },
  ];
  it("lists who is affected, and how", () => {
    const affected = reevaluate(plans(), foundingRuleSet, loosened(change));
    expect(
      affected.map(({ id, rules, turns, before, after }) => ({
        id,
        rules,
        turns,
        before: before.notBefore,
        after: after.notBefore,
      })),
    ).toEqual([
      { id: "a", rules: ["sun"], turns: "neither", before: "2026-12-04", after: "2026-11-27" },
      { id: "b", rules: ["sun"], turns: "opened", before: "2026-11-27", after: null },
    ]);
    expect(reevaluate(plans(), loosened(change), foundingRuleSet).map(({ turns }) => turns)).toEqual([
      "neither",
      "stopped",
    ]);
  });
  it("lists nobody where nothing changes for anybody", () =>
    expect(reevaluate(plans(), foundingRuleSet, loosened({ ...change, rule: "proc.waxing", count: 8 }))).toEqual([]));
  it("names every rule that changed, in order", () => {
    const both = screening({
      sunExposure: { answer: "yes", kind: "tan", on: "2026-11-13" },
      recentScarInArea: { answer: "yes", on: "2026-06-01" },
    });
    const set = loosened(change, { ...change, rule: "scar.young", count: 6 });
    expect(reevaluate([{ id: "x", screening: both }], foundingRuleSet, set)).toMatchObject([
      { rules: ["scar.young", "sun"] },
    ]);
  });
});

describe("preconditions", () => {
  it("of a minor are consent and assent", () =>
    expect(preconditionsOf(screen(screening({}, { birthDate: "2010-01-01" })).findings)).toEqual([
      { id: "guardian-consent", rule: "age.minor", text: "Obtain parental consent" },
      { id: "minor-assent", rule: "age.minor", text: "Obtain the minor's own assent" },
    ]));
  it("of a herpes history is the prescriber's decision", () =>
    expect(preconditionsOf([{ rule: "inf.hsv.history" }])).toMatchObject([
      { id: "antiviral-decision", rule: "inf.hsv.history" },
    ]));
  it("are none where there are only instructions, or nothing", () => {
    expect(preconditionsOf([{ rule: "pig.melasma" }, { rule: "preg" }])).toEqual([]);
    expect(preconditionsOf([])).toEqual([]);
  });
});

describe("the table", () => {
  it("lists every row with its question", () => {
    expect(rulesOf(foundingRuleSet)).toHaveLength(60);
    expect(rulesOf(foundingRuleSet)[0]).toMatchObject({ question: "pregnancy", row: { id: "preg" } });
    expect(rulesOf(foundingRuleSet).at(-1)).toMatchObject({ question: null, row: { id: "concern.thin-skin" } });
  });
  it("cites works of the register, each listed once", () => {
    const cited = sourcesOf(foundingRuleSet);
    expect(new Set(cited).size).toBe(cited.length);
    for (const id of cited) expect(Object.hasOwn(sources, id)).toBe(true);
    expect(cited).toContain("S24");
    expect(cited).toContain("S55");
  });
  it("keeps every position found, each with its sources", () => {
    const rows = rulesOf(foundingRuleSet).map(({ row }) => row);
    const positions = rows.flatMap(({ id, found }) => (found ? [[id, found.length]] : []));
    expect(positions).toEqual([
      ["lact", 1],
      ["med.isotretinoin.past", 5],
      ["med.topical", 5],
      ["med.anticoag", 3],
      ["inf.bbv", 1],
      ["onc.treatment.past", 1],
      ["acne.inflammatory", 1],
      ["acne.comedonal", 1],
      ["inf.hsv.history", 2],
      ["scar.keloid", 3],
      ["scar.young", 2],
      ["sun", 4],
      ["allergy.anaesthetic", 2],
      ["proc.botulinum-toxin", 3],
      ["proc.filler", 3],
      ["proc.superficial-peel", 1],
      ["proc.deep-peel", 2],
      ["proc.waxing", 2],
      ["proc.microneedling", 3],
      ["age.minor", 2],
      ["phototype.4to6", 3],
    ]);
    for (const { found = [] } of rows) for (const { sources: cited } of found) expect(cited.length).toBeGreaterThan(0);
  });
  it("lets a clinic change a wait for everyone, but isotretinoin", () => {
    const ranged = rulesOf(foundingRuleSet).flatMap(({ row }) =>
      "range" in row && row.range ? [[row.id, row.range.scope]] : [],
    );
    expect(ranged).toEqual([
      ["med.isotretinoin.past", "person"],
      ["med.topical", "clinic"],
      ["scar.young", "clinic"],
      ["sun", "clinic"],
      ["proc.botulinum-toxin", "clinic"],
      ["proc.filler", "clinic"],
      ["proc.superficial-peel", "clinic"],
      ["proc.deep-peel", "clinic"],
      ["proc.waxing", "clinic"],
    ]);
  });
  it("says what to do also where treatment does not go ahead", () => {
    const advised = rulesOf(foundingRuleSet).flatMap(({ row }) =>
      row.verdict !== "adapt" && row.adaptations ? [[row.id, row.adaptations.length]] : [],
    );
    expect(advised).toEqual([
      ["med.topical", 1],
      ["med.anticoag", 1],
      ["inf.bbv", 1],
      ["onc.skin", 1],
      ["les.ak", 1],
      ["inf.active", 1],
      ["allergy.metal", 1],
      ["allergy.anaesthetic", 1],
      ["cardiac", 2],
      ["age.minor", 3],
    ]);
    for (const { row } of rulesOf(foundingRuleSet)) {
      for (const { kind } of row.adaptations ?? []) expect(["instruction", "precondition"]).toContain(kind);
    }
  });
  it("tells a wait in words", () => {
    const row = foundingRuleSet.questions.recentScarInArea[0];
    expect(reasonOf(row)).toBe("A scar or stretch mark in the area is younger than 12 months");
  });
  it("asks every question in plain words and says why", () => {
    for (const id of questionIds) {
      expect(questions[id].ask, id).toMatch(/\?$/);
      expect(questions[id].why, id).toMatch(/\.$/);
    }
  });
});

describe("a set with the clinic's signed changes", () => {
  it("holds the changes for everyone first, then those for one person, and says so in its version", () => {
    const { ruleSet, refused } = applyChanges(foundingRuleSet, [change, forOne]);
    expect(ruleSet.version).toBe("1.0.0+1.p1");
    expect(ruleSet.changes).toEqual([change, forOne]);
    expect(refused).toEqual([]);
  });
  it("leaves out and reports a change that the rules no longer allow", () => {
    const tooShort = { ...change, count: 0 };
    const { ruleSet, refused } = applyChanges(foundingRuleSet, [tooShort, change]);
    expect(ruleSet.version).toBe("1.0.0+1");
    expect(refused).toMatchObject([{ change: tooShort, problem: { code: "outside-documented-range" } }]);
  });
});

describe("the first legal day of a signed verdict", () => {
  const asOf = calendarDate("2026-11-23");
  const outcome = (set: RuleSet) => screen(sunTenDaysAgo(), set);
  const signed = (decision: "agree" | "override", set = foundingRuleSet) => ({
    asOf,
    outcome: outcome(set),
    decision,
    permits: decision === "override" || outcome(set).verdict === "suitable",
  });
  const stricter = () => loosened({ ...change, count: 28 });

  it("is the day that the verdict names while the rules are the same", () =>
    expect(firstLegalDay(signed("agree"), outcome(foundingRuleSet))).toBe("2026-11-27"));
  it("is later at once by a stricter rule", () =>
    expect(firstLegalDay(signed("agree"), outcome(stricter()))).toBe("2026-12-11"));
  it("is no earlier by a looser rule until it is signed again", () => {
    expect(firstLegalDay(signed("agree"), outcome(loosened(change)))).toBe("2026-11-27");
    expect(firstLegalDay(signed("agree", loosened(change)), outcome(loosened(change)))).toBe("2026-11-23");
  });
  it("is held back by a rule stricter than the one it was signed suitable by", () =>
    expect(firstLegalDay(signed("agree", loosened(change)), outcome(foundingRuleSet))).toBe("2026-11-27"));
  it("stays the day of an override, for what the override was signed against", () =>
    expect(firstLegalDay(signed("override"), outcome(stricter()))).toBe("2026-11-23"));
  it("is none where an answer or a person must decide first", () => {
    const unasked = screen({ ...sunTenDaysAgo(), answers: {} });
    expect(firstLegalDay({ asOf, outcome: unasked, decision: "agree", permits: false }, unasked)).toBeNull();
    expect(firstLegalDay(signed("agree"), unasked)).toBeNull();
  });
});
