import { describe, expect, it } from "vitest";
import { foundingRuleSet, questionIds, rulesOf, screenDocument } from "./index.ts";

const asOf = "2026-11-23";

/** An adult of 36 with phototype III, asked everything and clear of everything; `change` is what is different. */
function outcomeOf(change: { answers?: object; patient?: object; request?: object; asOf?: string } = {}) {
  const answered = screenDocument({
    asOf: change.asOf ?? asOf,
    patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3, ...change.patient },
    request: { concerns: ["fine-lines"], area: "face", anaesthetic: "none", ...change.request },
    answers: { ...Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }])), ...change.answers },
  });
  if (!answered.ok) throw new Error(JSON.stringify(answered.problem));
  return answered.value;
}

const yes = (details: object = {}) => ({ answer: "yes", ...details });
const procedures = (...list: object[]) => ({ recentProcedures: yes({ procedures: list }) });

interface Vector {
  readonly rule: string;
  readonly verdict: string;
  readonly given: Parameters<typeof outcomeOf>[0];
  readonly because: readonly string[];
  readonly notBefore?: string;
  readonly until?: string;
  readonly missing?: readonly string[];
}

/** The one finding of `answers` is `rule` with `verdict`. */
function row(
  rule: string,
  verdict: string,
  answers: object,
  because: string | readonly string[],
  rest: Partial<Vector> = {},
): Vector {
  return { rule, verdict, given: { answers }, because: typeof because === "string" ? [because] : because, ...rest };
}

function wait(kind: string, on: string, notBefore: string): Vector {
  const because = "recentProcedures.procedures.0.on";
  return row(`proc.${kind}`, "defer", procedures({ kind, on, inArea: true }), because, { notBefore });
}

const dateUnknown = (kind: string) =>
  row(`proc.${kind}`, "defer", procedures({ kind }), "recentProcedures.procedures.0.kind", {
    until: "date-known",
    missing: ["recentProcedures.procedures.0.on"],
  });

const withCream = { request: { anaesthetic: "lidocaine" } };

/** At least two for every row of the table; a test counts them. */
const vectors: readonly Vector[] = [
  row("preg", "defer", { pregnancy: yes() }, "pregnancy", { until: "pregnancy-ended" }),
  {
    ...row("preg", "defer", { pregnancy: yes() }, "pregnancy", { until: "pregnancy-ended" }),
    given: { answers: { pregnancy: yes() }, request: { area: "hands" } },
  },
  row("lact", "defer", { breastfeeding: yes() }, "breastfeeding", { until: "breastfeeding-ended" }),
  {
    ...row("lact", "defer", {}, "breastfeeding", { until: "breastfeeding-ended" }),
    given: { answers: { breastfeeding: yes() }, patient: { sex: "unknown" } },
  },
  row("med.isotretinoin.current", "do-not-treat", { isotretinoin: yes({ status: "current" }) }, "isotretinoin.status"),
  row("med.isotretinoin.current", "do-not-treat", { isotretinoin: yes() }, "isotretinoin", {
    missing: ["isotretinoin.status"],
  }),
  row("med.isotretinoin.current", "do-not-treat", { isotretinoin: yes({ stoppedOn: "2020-01-01" }) }, "isotretinoin", {
    missing: ["isotretinoin.status"],
  }),
  row("med.isotretinoin.current", "do-not-treat", { isotretinoin: yes({ stoppedOn: "2026-11-01" }) }, "isotretinoin", {
    missing: ["isotretinoin.status"],
  }),
  row(
    "med.isotretinoin.past",
    "defer",
    { isotretinoin: yes({ status: "stopped", stoppedOn: "2026-08-01" }) },
    "isotretinoin.stoppedOn",
    { notBefore: "2027-02-01" },
  ),
  row(
    "med.isotretinoin.past",
    "defer",
    { isotretinoin: yes({ status: "stopped", stoppedOn: "2026-05-24" }) },
    "isotretinoin.stoppedOn",
    { notBefore: "2026-11-24" },
  ),
  row(
    "med.isotretinoin.past",
    "defer",
    { isotretinoin: yes({ status: "stopped", stoppedOn: "2026-08-31" }) },
    "isotretinoin.stoppedOn",
    { notBefore: "2027-02-28" },
  ),
  row("med.isotretinoin.past", "defer", { isotretinoin: yes({ status: "stopped" }) }, "isotretinoin.status", {
    until: "date-known",
    missing: ["isotretinoin.stoppedOn"],
  }),
  row("med.topical", "defer", { topicalActives: yes({ lastUsedOn: "2026-11-21" }) }, "topicalActives.lastUsedOn", {
    notBefore: "2026-11-24",
  }),
  row("med.topical", "defer", { topicalActives: yes() }, "topicalActives", {
    until: "date-known",
    missing: ["topicalActives.lastUsedOn"],
  }),
  row("med.topical", "adapt", { topicalActives: yes({ lastUsedOn: "2026-11-20" }) }, "topicalActives"),
  row("med.topical", "adapt", { topicalActives: yes({ lastUsedOn: "2026-01-01" }) }, "topicalActives"),
  row("med.anticoag", "refer", { anticoagulant: yes() }, "anticoagulant"),
  row("med.anticoag", "refer", { anticoagulant: yes({ agent: "apixaban" }) }, "anticoagulant"),
  row("med.antiplatelet", "adapt", { antiplatelet: yes() }, "antiplatelet"),
  {
    ...row("med.antiplatelet", "adapt", {}, "antiplatelet"),
    given: { answers: { antiplatelet: yes() }, ...withCream },
  },
  row("blood.disorder", "do-not-treat", { bleedingDisorder: yes() }, "bleedingDisorder"),
  {
    ...row("blood.disorder", "do-not-treat", {}, "bleedingDisorder"),
    given: { answers: { bleedingDisorder: yes() }, ...withCream },
  },
  row("endo.diabetes.controlled", "adapt", { diabetes: yes({ control: "controlled" }) }, "diabetes.control"),
  {
    ...row("endo.diabetes.controlled", "adapt", {}, "diabetes.control"),
    given: { answers: { diabetes: yes({ control: "controlled" }) }, ...withCream },
  },
  row("endo.diabetes.uncontrolled", "defer", { diabetes: yes({ control: "uncontrolled" }) }, "diabetes.control", {
    until: "diabetes-controlled",
  }),
  row("endo.diabetes.uncontrolled", "defer", { diabetes: yes() }, "diabetes", {
    until: "diabetes-controlled",
    missing: ["diabetes.control"],
  }),
  row("imm.suppress", "refer", { immunosuppression: yes() }, "immunosuppression"),
  {
    ...row("imm.suppress", "refer", {}, "immunosuppression"),
    given: { answers: { immunosuppression: yes() }, ...withCream },
  },
  row("imm.ctd", "do-not-treat", { connectiveTissueDisease: yes() }, "connectiveTissueDisease"),
  {
    ...row("imm.ctd", "do-not-treat", {}, "connectiveTissueDisease"),
    given: { answers: { connectiveTissueDisease: yes() }, ...withCream },
  },
  row("imm.sarcoid", "refer", { sarcoidosis: yes() }, "sarcoidosis"),
  { ...row("imm.sarcoid", "refer", {}, "sarcoidosis"), given: { answers: { sarcoidosis: yes() }, ...withCream } },
  row("inf.bbv", "refer", { bloodBorneVirus: yes() }, "bloodBorneVirus"),
  { ...row("inf.bbv", "refer", {}, "bloodBorneVirus"), given: { answers: { bloodBorneVirus: yes() }, ...withCream } },
  row("onc.skin", "do-not-treat", { skinCancerInArea: yes() }, "skinCancerInArea"),
  {
    ...row("onc.skin", "do-not-treat", {}, "skinCancerInArea"),
    given: { answers: { skinCancerInArea: yes() }, ...withCream },
  },
  row(
    "onc.treatment.current",
    "do-not-treat",
    { cancerTreatment: yes({ status: "current" }) },
    "cancerTreatment.status",
  ),
  row("onc.treatment.current", "do-not-treat", { cancerTreatment: yes() }, "cancerTreatment", {
    missing: ["cancerTreatment.status"],
  }),
  row("onc.treatment.past", "refer", { cancerTreatment: yes({ status: "ended" }) }, "cancerTreatment.status"),
  {
    ...row("onc.treatment.past", "refer", {}, "cancerTreatment.status"),
    given: { answers: { cancerTreatment: yes({ status: "ended" }) }, ...withCream },
  },
  row("les.ak", "refer", { actinicKeratosisInArea: yes() }, "actinicKeratosisInArea"),
  {
    ...row("les.ak", "refer", {}, "actinicKeratosisInArea"),
    given: { answers: { actinicKeratosisInArea: yes() }, ...withCream },
  },
  row("les.mole.changing", "refer", { moleInArea: yes({ changing: true }) }, "moleInArea.changing"),
  row("les.mole.changing", "refer", { moleInArea: yes({ changing: null }) }, "moleInArea", {
    missing: ["moleInArea.changing"],
  }),
  row("les.mole", "adapt", { moleInArea: yes({ changing: false }) }, "moleInArea.changing"),
  {
    ...row("les.mole", "adapt", {}, "moleInArea.changing"),
    given: { answers: { moleInArea: yes({ changing: false }) }, ...withCream },
  },
  row("les.open", "defer", { openLesionInArea: yes() }, "openLesionInArea", { until: "lesion-closed" }),
  {
    ...row("les.open", "defer", {}, "openLesionInArea", { until: "lesion-closed" }),
    given: { answers: { openLesionInArea: yes() }, ...withCream },
  },
  row("acne.inflammatory", "defer", { activeAcneInArea: yes({ kind: "inflammatory" }) }, "activeAcneInArea.kind", {
    until: "acne-quiet",
  }),
  row("acne.inflammatory", "defer", { activeAcneInArea: yes() }, "activeAcneInArea", {
    until: "acne-quiet",
    missing: ["activeAcneInArea.kind"],
  }),
  row("acne.comedonal", "adapt", { activeAcneInArea: yes({ kind: "comedonal" }) }, "activeAcneInArea.kind"),
  {
    ...row("acne.comedonal", "adapt", {}, "activeAcneInArea.kind"),
    given: { answers: { activeAcneInArea: yes({ kind: "comedonal" }) }, ...withCream },
  },
  ...["bacterial", "fungal", "herpes", "wart", "molluscum"].map((kind) =>
    row("inf.active", "do-not-treat", { skinInfectionInArea: yes({ kind }) }, "skinInfectionInArea"),
  ),
  row("inf.active", "do-not-treat", { skinInfectionInArea: yes() }, "skinInfectionInArea", {
    missing: ["skinInfectionInArea.kind"],
  }),
  row("inf.hsv.history", "adapt", { herpesHistory: yes() }, "herpesHistory"),
  {
    ...row("inf.hsv.history", "adapt", {}, "herpesHistory"),
    given: { answers: { herpesHistory: yes() }, request: { area: "body" } },
  },
  row(
    "derm.flare",
    "defer",
    { dermatitisOrPsoriasis: yes({ flareInArea: true }) },
    "dermatitisOrPsoriasis.flareInArea",
    { until: "skin-clear" },
  ),
  row("derm.flare", "defer", { dermatitisOrPsoriasis: yes() }, "dermatitisOrPsoriasis", {
    until: "skin-clear",
    missing: ["dermatitisOrPsoriasis.flareInArea"],
  }),
  row(
    "derm.history",
    "adapt",
    { dermatitisOrPsoriasis: yes({ flareInArea: false }) },
    "dermatitisOrPsoriasis.flareInArea",
  ),
  {
    ...row("derm.history", "adapt", {}, "dermatitisOrPsoriasis.flareInArea"),
    given: { answers: { dermatitisOrPsoriasis: yes({ flareInArea: false }) }, ...withCream },
  },
  row("derm.rosacea.papulopustular", "defer", { rosacea: yes({ papulopustular: true }) }, "rosacea.papulopustular", {
    until: "skin-clear",
  }),
  row("derm.rosacea.papulopustular", "defer", { rosacea: yes() }, "rosacea", {
    until: "skin-clear",
    missing: ["rosacea.papulopustular"],
  }),
  row("derm.rosacea", "adapt", { rosacea: yes({ papulopustular: false }) }, "rosacea.papulopustular"),
  {
    ...row("derm.rosacea", "adapt", {}, "rosacea.papulopustular"),
    given: { answers: { rosacea: yes({ papulopustular: false }) }, ...withCream },
  },
  row("derm.contact", "adapt", { contactAllergy: yes() }, "contactAllergy"),
  {
    ...row("derm.contact", "adapt", {}, "contactAllergy"),
    given: { answers: { contactAllergy: yes() }, ...withCream },
  },
  row("scar.keloid", "refer", { keloid: yes({ history: "personal" }) }, "keloid.history"),
  row("scar.keloid", "refer", { keloid: yes() }, "keloid", { missing: ["keloid.history"] }),
  row("scar.keloid.family", "adapt", { keloid: yes({ history: "family" }) }, "keloid.history"),
  {
    ...row("scar.keloid.family", "adapt", {}, "keloid.history"),
    given: { answers: { keloid: yes({ history: "family" }) }, ...withCream },
  },
  row("scar.young", "defer", { recentScarInArea: yes({ on: "2025-11-24" }) }, "recentScarInArea.on", {
    notBefore: "2026-11-24",
  }),
  row("scar.young", "defer", { recentScarInArea: yes() }, "recentScarInArea", {
    until: "date-known",
    missing: ["recentScarInArea.on"],
  }),
  row("sun", "defer", { sunExposure: yes({ kind: "tan", on: "2026-11-10" }) }, "sunExposure.on", {
    notBefore: "2026-11-24",
  }),
  row("sun", "defer", { sunExposure: yes({ on: "2026-11-23" }) }, "sunExposure.on", {
    notBefore: "2026-12-07",
    missing: ["sunExposure.kind"],
  }),
  row("sun", "defer", { sunExposure: yes() }, "sunExposure", {
    until: "date-known",
    missing: ["sunExposure.kind", "sunExposure.on"],
  }),
  row("pig.melasma", "adapt", { melasma: yes() }, "melasma"),
  { ...row("pig.melasma", "adapt", {}, "melasma"), given: { answers: { melasma: yes() }, ...withCream } },
  row("pig.pih", "adapt", { hyperpigmentationHistory: yes() }, "hyperpigmentationHistory"),
  {
    ...row("pig.pih", "adapt", {}, "hyperpigmentationHistory"),
    given: { answers: { hyperpigmentationHistory: yes() }, ...withCream },
  },
  row("allergy.metal", "do-not-treat", { metalAllergy: yes() }, "metalAllergy"),
  {
    ...row("allergy.metal", "do-not-treat", {}, "metalAllergy"),
    given: { answers: { metalAllergy: yes() }, ...withCream },
  },
  row("allergy.anaesthetic", "refer", { anaestheticAllergy: yes() }, ["anaestheticAllergy", "request.anaesthetic"]),
  {
    ...row("allergy.anaesthetic", "refer", {}, ["anaestheticAllergy", "request.anaesthetic"]),
    given: { answers: { anaestheticAllergy: yes() }, request: { area: "neck" } },
  },
  ...["lidocaine", "lidocaine-prilocaine", "lidocaine-tetracaine", "other"].map((anaesthetic) => ({
    ...row("allergy.anaesthetic", "do-not-treat", {}, ["anaestheticAllergy", "request.anaesthetic"]),
    given: { answers: { anaestheticAllergy: yes() }, request: { anaesthetic } },
  })),
  ...["arrhythmia", "anti-arrhythmic-drug", "pacemaker", "other"].map((kind) =>
    row("cardiac", "refer", { cardiac: yes({ kind }) }, "cardiac"),
  ),
  row("cardiac", "refer", { cardiac: yes() }, "cardiac", { missing: ["cardiac.kind"] }),
  row("liver", "adapt", { liverDisease: yes() }, "liverDisease"),
  { ...row("liver", "adapt", {}, "liverDisease"), given: { answers: { liverDisease: yes() }, ...withCream } },
  wait("botulinum-toxin", "2026-11-10", "2026-11-24"),
  wait("filler", "2026-10-27", "2026-11-24"),
  wait("superficial-peel", "2026-10-27", "2026-11-24"),
  wait("deep-peel", "2026-08-24", "2026-11-24"),
  wait("dermabrasion", "2026-08-31", "2026-11-30"),
  wait("surgery", "2025-11-24", "2026-11-24"),
  wait("laser-non-ablative", "2026-10-27", "2026-11-24"),
  wait("laser-ablative", "2026-08-24", "2026-11-24"),
  wait("rf-microneedling", "2026-08-24", "2026-11-24"),
  wait("waxing", "2026-11-17", "2026-11-24"),
  wait("microneedling", "2026-10-27", "2026-11-24"),
  ...[
    "botulinum-toxin",
    "filler",
    "superficial-peel",
    "deep-peel",
    "dermabrasion",
    "surgery",
    "laser-non-ablative",
    "laser-ablative",
    "rf-microneedling",
    "waxing",
    "microneedling",
  ].map(dateUnknown),
  row("proc.surgery", "defer", { recentProcedures: yes() }, "recentProcedures", {
    until: "date-known",
    missing: ["recentProcedures.procedures"],
  }),
  row(
    "prev.reaction.severe",
    "do-not-treat",
    { previousNeedlingReaction: yes({ kind: "granuloma" }) },
    "previousNeedlingReaction.kind",
  ),
  row(
    "prev.reaction.severe",
    "do-not-treat",
    { previousNeedlingReaction: yes({ kind: "scar" }) },
    "previousNeedlingReaction.kind",
  ),
  row("prev.reaction.severe", "do-not-treat", { previousNeedlingReaction: yes() }, "previousNeedlingReaction", {
    missing: ["previousNeedlingReaction.kind"],
  }),
  row(
    "prev.reaction",
    "refer",
    { previousNeedlingReaction: yes({ kind: "pigment" }) },
    "previousNeedlingReaction.kind",
  ),
  row("prev.reaction", "refer", { previousNeedlingReaction: yes({ kind: "other" }) }, "previousNeedlingReaction.kind"),
  row("psych", "refer", { bodyImageConcern: yes() }, "bodyImageConcern"),
  { ...row("psych", "refer", {}, "bodyImageConcern"), given: { answers: { bodyImageConcern: yes() }, ...withCream } },
  {
    ...row("age.minor", "refer", {}, "birthDate", { missing: ["guardianConsent"] }),
    given: { patient: { birthDate: "2008-11-24" } },
  },
  {
    ...row("age.minor", "refer", {}, "birthDate"),
    given: { patient: { birthDate: "2012-01-01" }, request: { guardianConsent: true } },
  },
  { ...row("age.offLabel", "adapt", {}, "birthDate"), given: { patient: { birthDate: "2008-11-23" } } },
  { ...row("age.offLabel", "adapt", {}, "birthDate"), given: { patient: { birthDate: "2004-11-24" } } },
  ...[4, 5, 6].map((fitzpatrick) => ({
    ...row("phototype.4to6", "adapt", {}, "fitzpatrick"),
    given: { patient: { fitzpatrick } },
  })),
  ...[["thin-skin"], ["fine-lines", "thin-skin"]].map((concerns) => ({
    ...row("concern.thin-skin", "adapt", {}, "request.concerns"),
    given: { request: { concerns } },
  })),
];

describe("every row of the founding rules", () => {
  it.each(vectors.map((vector, index) => [index, vector.rule, vector.verdict, vector] as const))(
    "%i: %s is %s",
    (_, rule, verdict, { given, because, notBefore = null, until = null, missing = [] }) => {
      const outcome = outcomeOf(given);
      expect(outcome.findings).toHaveLength(1);
      expect(outcome.findings[0]).toMatchObject({ rule, verdict, because, notBefore, until });
      expect(outcome).toMatchObject({ verdict, notBefore, missing });
    },
  );
  it.each(rulesOf(foundingRuleSet).map(({ row: { id, verdict } }) => [id, verdict]))(
    "%s (%s) stands in at least two vectors",
    (id, verdict) => {
      expect(vectors.filter((vector) => vector.rule === id && vector.verdict === verdict).length).toBeGreaterThan(1);
    },
  );
  it("is the contract's table and nothing else", () =>
    expect([...new Set(rulesOf(foundingRuleSet).map(({ row: { id } }) => id))].sort()).toEqual(
      [...new Set(vectors.map(({ rule }) => rule))].sort(),
    ));
});

describe("on the day of notBefore itself the rule no longer holds", () => {
  it.each([
    [{ isotretinoin: yes({ status: "stopped", stoppedOn: "2026-05-23" }) }],
    [{ recentScarInArea: yes({ on: "2025-11-23" }) }],
    [{ sunExposure: yes({ kind: "tan", on: "2026-11-09" }) }],
    [procedures({ kind: "botulinum-toxin", on: "2026-11-09" })],
    [procedures({ kind: "filler", on: "2026-10-26" })],
    [procedures({ kind: "superficial-peel", on: "2026-10-26" })],
    [procedures({ kind: "deep-peel", on: "2026-08-23" })],
    [procedures({ kind: "dermabrasion", on: "2026-08-23" })],
    [procedures({ kind: "surgery", on: "2025-11-23" })],
    [procedures({ kind: "laser-non-ablative", on: "2026-10-26" })],
    [procedures({ kind: "laser-ablative", on: "2026-08-23" })],
    [procedures({ kind: "rf-microneedling", on: "2026-08-23" })],
    [procedures({ kind: "waxing", on: "2026-11-16" })],
    [procedures({ kind: "microneedling", on: "2026-10-26" })],
  ])("%j", (answers) =>
    expect(outcomeOf({ answers })).toMatchObject({ verdict: "suitable", findings: [], notBefore: null, missing: [] }),
  );
  it.each([
    ["2026-08-31", "2027-02-27", "defer"],
    ["2026-08-31", "2027-02-28", "suitable"],
    ["2027-08-31", "2028-02-28", "defer"],
    ["2027-08-31", "2028-02-29", "suitable"],
    ["2028-02-29", "2028-08-28", "defer"],
    ["2028-02-29", "2028-08-29", "suitable"],
  ])("isotretinoin stopped on %s is on %s %s", (stoppedOn, day, verdict) =>
    expect(outcomeOf({ asOf: day, answers: { isotretinoin: yes({ status: "stopped", stoppedOn }) } }).verdict).toBe(
      verdict,
    ),
  );
});

describe("age", () => {
  it.each([
    ["2008-02-29", "2026-02-28", "refer"],
    ["2008-02-29", "2026-03-01", "adapt"],
    ["2004-02-29", "2026-02-28", "adapt"],
    ["2004-02-29", "2026-03-01", "suitable"],
    ["2004-11-23", "2026-11-23", "suitable"],
  ])("born %s is on %s %s", (birthDate, day, verdict) =>
    expect(outcomeOf({ asOf: day, patient: { birthDate }, request: { guardianConsent: true } }).verdict).toBe(verdict),
  );
  it("asks an adult for no guardian", () =>
    expect(outcomeOf({ request: { guardianConsent: false } }).missing).toEqual([]));
});
