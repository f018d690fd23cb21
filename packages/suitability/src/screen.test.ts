import { isSourceId, tierOf } from "@fibril/evidence";
import { calendarDate } from "@fibril/kernel";
import { describe, expect, it } from "vitest";
import {
  detailsOf,
  foundingRuleSet,
  isTreatable,
  questionIds,
  questions,
  rulesOf,
  screenDocument,
  treatableFrom,
} from "./index.ts";

const clear = {
  asOf: "2026-11-23",
  patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3 },
  request: { concerns: ["mild-acne-scars"], area: "face", anaesthetic: "lidocaine-prilocaine" },
  answers: Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }])) as Record<string, object>,
};

function outcomeOf(document: object) {
  const answer = screenDocument(document);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

const withAnswers = (answers: object) => outcomeOf({ ...clear, answers: { ...clear.answers, ...answers } });
const yes = (details: object = {}) => ({ answer: "yes", ...details });

describe("the contract's example", () => {
  const screened = () =>
    outcomeOf({
      asOf: "2026-11-23",
      patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3 },
      request: {
        concerns: ["mild-acne-scars"],
        area: "face",
        anaesthetic: "lidocaine-prilocaine",
        guardianConsent: false,
      },
      answers: {
        pregnancy: { answer: "no" },
        isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-08-01" },
        recentProcedures: { answer: "yes", procedures: [{ kind: "botulinum-toxin", on: "2026-11-20", inArea: true }] },
      },
    });
  it("is deferred to 1 February 2027", () =>
    expect(screened()).toMatchObject({
      verdict: "defer",
      notBefore: "2027-02-01",
      ruleSet: { id: "founding", version: "1.0.0", reviewedBy: null },
    }));
  it("gives the isotretinoin finding first, with exactly these fields in this order", () => {
    const outcome = screened();
    expect(outcome.findings[0]).toEqual({
      rule: "med.isotretinoin.past",
      verdict: "defer",
      notBefore: "2027-02-01",
      until: null,
      reason: "Stopped isotretinoin less than 6 months ago",
      because: ["isotretinoin.stoppedOn"],
      adaptations: [],
      sources: ["S6"],
      tier: "C",
      overridable: "prescriber",
    });
    expect(Object.keys(outcome)).toEqual(["verdict", "notBefore", "findings", "missing", "ruleSet"]);
    expect(Object.keys(outcome.findings[0] ?? {})).toEqual([
      "rule",
      "verdict",
      "notBefore",
      "until",
      "reason",
      "because",
      "adaptations",
      "sources",
      "tier",
      "overridable",
    ]);
  });
  it("then the toxin, then one finding for each question not asked, by rule id", () => {
    const outcome = screened();
    const rules = outcome.findings.map(({ rule }) => rule);
    expect(rules.slice(1, 4)).toEqual([
      "proc.botulinum-toxin",
      "unanswered.actinicKeratosisInArea",
      "unanswered.activeAcneInArea",
    ]);
    expect(rules).toHaveLength(34);
    expect(outcome.missing).toHaveLength(32);
    expect(outcome.missing[0]).toBe("actinicKeratosisInArea");
    expect(outcome.missing.at(-1)).toBe("topicalActives");
  });
});

describe("a question left unanswered", () => {
  it("asks these 35 questions of everyone", () =>
    expect([...questionIds].sort()).toEqual([
      "actinicKeratosisInArea",
      "activeAcneInArea",
      "anaestheticAllergy",
      "anticoagulant",
      "antiplatelet",
      "bleedingDisorder",
      "bloodBorneVirus",
      "bodyImageConcern",
      "breastfeeding",
      "cancerTreatment",
      "cardiac",
      "connectiveTissueDisease",
      "contactAllergy",
      "dermatitisOrPsoriasis",
      "diabetes",
      "herpesHistory",
      "hyperpigmentationHistory",
      "immunosuppression",
      "isotretinoin",
      "keloid",
      "liverDisease",
      "melasma",
      "metalAllergy",
      "moleInArea",
      "openLesionInArea",
      "pregnancy",
      "previousNeedlingReaction",
      "recentProcedures",
      "recentScarInArea",
      "rosacea",
      "sarcoidosis",
      "skinCancerInArea",
      "skinInfectionInArea",
      "sunExposure",
      "topicalActives",
    ]));
  it.each(questionIds)("%s is incomplete, with the sources of its strictest row", (question) => {
    const { [question]: _, ...answers } = clear.answers;
    const outcome = outcomeOf({ ...clear, answers });
    expect(outcome).toMatchObject({ verdict: "incomplete", notBefore: null, missing: [question] });
    expect(outcome.findings).toMatchObject([
      {
        rule: `unanswered.${question}`,
        verdict: "incomplete",
        notBefore: null,
        until: null,
        reason: `Not asked: ${questions[question].ask}`,
        because: [],
        adaptations: [],
        overridable: "answer",
      },
    ]);
    expect(withAnswers({ [question]: { answer: "unknown" } })).toMatchObject({
      verdict: "incomplete",
      missing: [question],
      findings: [
        { rule: `unanswered.${question}`, because: [question], reason: `Answered unknown: ${questions[question].ask}` },
      ],
    });
  });
  it.each([
    ["isotretinoin", ["S6"], "C"],
    ["recentProcedures", ["S26", "S11"], "C"],
    ["diabetes", ["S11"], "C"],
    ["keloid", ["S9", "S15", "S16"], "L"],
    ["bodyImageConcern", ["practice-unsourced"], "practice"],
    ["rosacea", ["S10"], "L"],
    ["previousNeedlingReaction", ["S4"], "R"],
  ])("%s cites %j", (question, sources, tier) =>
    expect(withAnswers({ [question]: { answer: "unknown" } }).findings).toMatchObject([{ sources, tier }]),
  );
  it("is incomplete where the phototype was not assessed", () => {
    const outcome = outcomeOf({ ...clear, patient: { birthDate: "1990-04-02", sex: "male" } });
    expect(outcome).toMatchObject({ verdict: "incomplete", missing: ["fitzpatrick"] });
    expect(outcome.findings).toEqual([
      {
        rule: "unanswered.fitzpatrick",
        verdict: "incomplete",
        notBefore: null,
        until: null,
        reason: "Phototype not assessed",
        because: [],
        adaptations: [],
        sources: ["S36", "S37", "S14"],
        tier: "R",
        overridable: "answer",
      },
    ]);
  });
  it("never asks a guardian's consent as a finding of its own", () => {
    const outcome = outcomeOf({ ...clear, patient: { ...clear.patient, birthDate: "2010-01-01" } });
    expect(outcome).toMatchObject({ verdict: "refer", missing: ["guardianConsent"] });
    expect(outcome.findings.map(({ rule }) => rule)).toEqual(["age.minor"]);
  });
});

describe("the whole", () => {
  it("is suitable where nothing speaks against it", () =>
    expect(outcomeOf(clear)).toEqual({
      verdict: "suitable",
      notBefore: null,
      findings: [],
      missing: [],
      ruleSet: { id: "founding", version: "1.0.0", reviewedBy: null },
    }));
  it("takes the most cautious verdict and lists every finding, the most cautious first, then by rule id", () => {
    const outcome = withAnswers({
      melasma: yes(),
      antiplatelet: yes(),
      pregnancy: yes(),
      sarcoidosis: yes(),
      metalAllergy: yes(),
      bleedingDisorder: yes(),
      diabetes: { answer: "unknown" },
      recentProcedures: yes({ procedures: [{ kind: "surgery", on: "2026-11-01" }] }),
    });
    expect(outcome.findings.map(({ rule, verdict }) => [verdict, rule])).toEqual([
      ["do-not-treat", "allergy.metal"],
      ["do-not-treat", "blood.disorder"],
      ["refer", "imm.sarcoid"],
      ["defer", "preg"],
      ["defer", "proc.surgery"],
      ["incomplete", "unanswered.diabetes"],
      ["adapt", "med.antiplatelet"],
      ["adapt", "pig.melasma"],
    ]);
    expect(outcome).toMatchObject({ verdict: "do-not-treat", notBefore: "2027-11-01" });
  });
  it("takes the latest day of all findings", () =>
    expect(
      withAnswers({
        recentScarInArea: yes({ on: "2026-11-01" }),
        sunExposure: yes({ kind: "tan", on: "2026-11-20" }),
        topicalActives: yes({ lastUsedOn: "2026-11-22" }),
      }).notBefore,
    ).toBe("2027-11-01"));
  it.each([
    [{ metalAllergy: yes() }, "never"],
    [{ sarcoidosis: yes() }, "prescriber"],
    [{ isotretinoin: yes({ status: "stopped" }) }, "prescriber"],
    [{ isotretinoin: yes({ status: "current" }) }, "never"],
    [{ pregnancy: yes() }, "practitioner"],
    [{ melasma: yes() }, "none-needed"],
    [{ melasma: { answer: "unknown" } }, "answer"],
  ])("%j may be overridden by: %s", (answers, overridable) =>
    expect(withAnswers(answers).findings).toMatchObject([{ overridable }]),
  );
});

describe("earlier procedures", () => {
  const after = (...procedures: object[]) => withAnswers({ recentProcedures: yes({ procedures }) });
  it("of one kind give one finding with the later day", () => {
    const [early, late] = [
      { kind: "filler", on: "2026-11-01" },
      { kind: "filler", on: "2026-11-10" },
    ];
    const [first, second] = [after(early, late), after(late, early)];
    expect(first.findings).toMatchObject([
      { rule: "proc.filler", notBefore: "2026-12-08", because: ["recentProcedures.procedures.1.on"] },
    ]);
    expect(second.findings).toMatchObject([
      { rule: "proc.filler", notBefore: "2026-12-08", because: ["recentProcedures.procedures.0.on"] },
    ]);
    expect(after(late, late).findings).toMatchObject([{ because: ["recentProcedures.procedures.0.on"] }]);
  });
  it("of one kind with a day that is not known wait until it is", () => {
    const [known, unknown] = [{ kind: "filler", on: "2026-11-01" }, { kind: "filler" }];
    for (const outcome of [after(known, unknown), after(unknown, known)]) {
      expect(outcome.findings).toMatchObject([{ rule: "proc.filler", notBefore: null, until: "date-known" }]);
    }
    expect(after(known, unknown).missing).toEqual(["recentProcedures.procedures.1.on"]);
  });
  it("of two kinds give two findings", () =>
    expect(
      after({ kind: "waxing", on: "2026-11-22" }, { kind: "filler", on: "2026-11-22" }).findings.map(
        ({ rule }) => rule,
      ),
    ).toEqual(["proc.filler", "proc.waxing"]));
  it("outside the area are no finding, but a day that is not known stays missing", () => {
    expect(after({ kind: "surgery", on: "2026-11-22", inArea: false })).toMatchObject({
      verdict: "suitable",
      missing: [],
    });
    expect(after({ kind: "surgery", inArea: false })).toMatchObject({
      verdict: "suitable",
      findings: [],
      missing: ["recentProcedures.procedures.0.on"],
    });
  });
  it("count as in the area where that is left out", () =>
    expect(after({ kind: "surgery", on: "2026-11-22" })).toMatchObject({ verdict: "defer", missing: [] }));
  it("long past are no finding", () => expect(after({ kind: "surgery", on: "2020-01-01" }).verdict).toBe("suitable"));
});

describe("a detail that is not known", () => {
  it("stands in missing also where no row fires", () =>
    expect(withAnswers({ sunExposure: yes({ on: "2026-01-01" }) })).toMatchObject({
      verdict: "suitable",
      findings: [],
      missing: ["sunExposure.kind"],
    }));
  it("is not missed where it is optional or does not apply", () => {
    expect(withAnswers({ anticoagulant: yes() }).missing).toEqual([]);
    expect(withAnswers({ isotretinoin: yes({ status: "current" }) }).missing).toEqual([]);
  });
});

describe("adaptations", () => {
  const adaptationsOf = (answers: object) =>
    withAnswers(answers)
      .findings.flatMap(({ adaptations }) => adaptations)
      .join("; ");
  it.each([
    [{ topicalActives: yes({ lastUsedOn: "2026-11-01" }) }, /stop .* 3 days before/i],
    [{ topicalActives: yes() }, /stop .* 3 days before/i],
    [{ anticoagulant: yes() }, /tell nobody to stop/i],
    [{ moleInArea: yes({ changing: false }) }, /avoid the mole/i],
    [{ herpesHistory: yes() }, /prescriber review .* antiviral cover/i],
    [{ keloid: yes({ history: "family" }) }, /test patch/i],
  ])("%j: %s", (answers, text) => expect(adaptationsOf(answers)).toMatch(text));
  it("of a minor are consent, assent and scars only", () =>
    expect(
      outcomeOf({ ...clear, patient: { ...clear.patient, birthDate: "2010-01-01" } }).findings[0]?.adaptations,
    ).toEqual(["Obtain parental consent", "Obtain the minor's own assent", "Treat scars only"]));
  it("stand at every row that is adapted, and no text keeps a gap", () => {
    for (const { row } of rulesOf(foundingRuleSet)) {
      if (row.verdict === "adapt") expect(row.adaptations?.length, row.id).toBeGreaterThan(0);
    }
    expect(
      JSON.stringify(
        withAnswers({
          topicalActives: yes(),
          sunExposure: yes(),
          isotretinoin: yes({ status: "stopped" }),
          recentProcedures: yes(),
        }),
      ),
    ).not.toContain("{wait}");
  });
});

describe("the verdicts", () => {
  it.each([
    ["do-not-treat", false],
    ["refer", false],
    ["defer", false],
    ["incomplete", false],
    ["adapt", true],
    ["suitable", true],
  ] as const)("%s lets treatment go ahead today: %s", (verdict, treatable) =>
    expect(isTreatable(verdict)).toBe(treatable),
  );
});

describe("every text of the table", () => {
  const sentence = /^[A-Z0-9].*[a-z0-9)}]$/;
  it.each(rulesOf(foundingRuleSet).map(({ row }) => [row.id, row] as const))("%s says something", (_, row) => {
    expect(row.reason).toMatch(sentence);
    for (const { text } of row.adaptations ?? []) expect(text).toMatch(sentence);
    for (const { says, sources } of row.found ?? []) {
      expect(says).toMatch(sentence);
      for (const id of sources) expect(isSourceId(id), id).toBe(true);
    }
    for (const id of row.sources) expect(isSourceId(id) || id === "practice-unsourced", id).toBe(true);
  });
  it.each(questionIds)("%s asks its details and names its options", (id) => {
    for (const detail of Object.values(detailsOf(id))) {
      expect(detail.ask).toMatch(/\?$/);
      if (detail.kind === "choice") for (const label of Object.values(detail.options)) expect(label).toMatch(/^[A-Z]/);
      if (detail.kind === "list") for (const { ask } of Object.values(detail.of)) expect(ask).toMatch(/\?$/);
    }
  });
});

describe("every row", () => {
  it.each(rulesOf(foundingRuleSet).map(({ row }) => [row.id, row] as const))(
    "%s cites a source or admits that there is none",
    (_, row) => {
      expect(row.sources.length).toBeGreaterThan(0);
      expect(tierOf(row.sources) === "practice").toBe(row.sources[0] === "practice-unsourced");
      expect(row.reason.trim()).not.toBe("");
    },
  );
});

describe("the first day on which treatment may go ahead", () => {
  const asOf = calendarDate("2026-11-23");
  it.each([
    [{}, "2026-11-23"],
    [{ melasma: yes() }, "2026-11-23"],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-20" }) }, "2026-12-04"],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-20" }), melasma: yes() }, "2026-12-04"],
    [{ sunExposure: yes({ kind: "tan" }) }, null],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-20" }), pregnancy: yes() }, null],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-20" }), sarcoidosis: yes() }, null],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-20" }), melasma: { answer: "unknown" } }, null],
  ])("with %j is %s", (answers, day) => expect(treatableFrom(withAnswers(answers), asOf)).toBe(day));
});
