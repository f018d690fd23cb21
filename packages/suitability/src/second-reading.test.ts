import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { screenDocument } from "./index.ts";

/**
 * The contract of `fibril screen` read a second time, by hand, with a table and calendar of its own: it shares nothing
 * with the evaluator, so that both must misread a line in the same way for a fault to pass.
 */
type Row = readonly [rule: string, verdict: string, until?: string];
type Given = Readonly<Record<string, unknown>>;

const plain: Readonly<Record<string, Row>> = {
  pregnancy: ["preg", "defer", "pregnancy-ended"],
  breastfeeding: ["lact", "defer", "breastfeeding-ended"],
  anticoagulant: ["med.anticoag", "refer"],
  antiplatelet: ["med.antiplatelet", "adapt"],
  bleedingDisorder: ["blood.disorder", "do-not-treat"],
  immunosuppression: ["imm.suppress", "refer"],
  connectiveTissueDisease: ["imm.ctd", "do-not-treat"],
  sarcoidosis: ["imm.sarcoid", "refer"],
  bloodBorneVirus: ["inf.bbv", "refer"],
  skinCancerInArea: ["onc.skin", "do-not-treat"],
  actinicKeratosisInArea: ["les.ak", "refer"],
  openLesionInArea: ["les.open", "defer", "lesion-closed"],
  skinInfectionInArea: ["inf.active", "do-not-treat"],
  herpesHistory: ["inf.hsv.history", "adapt"],
  contactAllergy: ["derm.contact", "adapt"],
  melasma: ["pig.melasma", "adapt"],
  hyperpigmentationHistory: ["pig.pih", "adapt"],
  metalAllergy: ["allergy.metal", "do-not-treat"],
  cardiac: ["cardiac", "refer"],
  liverDisease: ["liver", "adapt"],
  bodyImageConcern: ["psych", "refer"],
};

/** By the value of one detail; the first is the strictest, which holds where the detail is unknown. */
const byDetail: Readonly<Record<string, readonly [detail: string, rows: readonly (readonly [unknown, Row])[]]>> = {
  diabetes: [
    "control",
    [
      ["uncontrolled", ["endo.diabetes.uncontrolled", "defer", "diabetes-controlled"]],
      ["controlled", ["endo.diabetes.controlled", "adapt"]],
    ],
  ],
  cancerTreatment: [
    "status",
    [
      ["current", ["onc.treatment.current", "do-not-treat"]],
      ["ended", ["onc.treatment.past", "refer"]],
    ],
  ],
  moleInArea: [
    "changing",
    [
      [true, ["les.mole.changing", "refer"]],
      [false, ["les.mole", "adapt"]],
    ],
  ],
  activeAcneInArea: [
    "kind",
    [
      ["inflammatory", ["acne.inflammatory", "defer", "acne-quiet"]],
      ["comedonal", ["acne.comedonal", "adapt"]],
    ],
  ],
  dermatitisOrPsoriasis: [
    "flareInArea",
    [
      [true, ["derm.flare", "defer", "skin-clear"]],
      [false, ["derm.history", "adapt"]],
    ],
  ],
  rosacea: [
    "papulopustular",
    [
      [true, ["derm.rosacea.papulopustular", "defer", "skin-clear"]],
      [false, ["derm.rosacea", "adapt"]],
    ],
  ],
  keloid: [
    "history",
    [
      ["personal", ["scar.keloid", "refer"]],
      ["family", ["scar.keloid.family", "adapt"]],
    ],
  ],
  previousNeedlingReaction: [
    "kind",
    [
      ["granuloma", ["prev.reaction.severe", "do-not-treat"]],
      ["scar", ["prev.reaction.severe", "do-not-treat"]],
      ["pigment", ["prev.reaction", "refer"]],
      ["other", ["prev.reaction", "refer"]],
    ],
  ],
};

/** Details that change no row, and yet are missing where they were left out. */
const mere: Readonly<Record<string, readonly [detail: string, options: readonly string[]]>> = {
  skinInfectionInArea: ["kind", ["bacterial", "fungal", "herpes", "wart", "molluscum"]],
  cardiac: ["kind", ["arrhythmia", "anti-arrhythmic-drug", "pacemaker", "other"]],
  sunExposure: ["kind", ["sunburn", "tan", "self-tan"]],
};

/** Waits in days or months after the date in a detail. */
const waits: Readonly<Record<string, readonly [detail: string, rule: string, wait: string]>> = {
  topicalActives: ["lastUsedOn", "med.topical", "3 days"],
  recentScarInArea: ["on", "scar.young", "12 months"],
  sunExposure: ["on", "sun", "14 days"],
};

const procedureWaits: Readonly<Record<string, string>> = {
  "botulinum-toxin": "14 days",
  filler: "28 days",
  "superficial-peel": "28 days",
  "deep-peel": "3 months",
  dermabrasion: "3 months",
  surgery: "12 months",
  "laser-non-ablative": "28 days",
  "laser-ablative": "3 months",
  "rf-microneedling": "3 months",
  waxing: "7 days",
  microneedling: "28 days",
};

const special = ["isotretinoin", "anaestheticAllergy", "recentProcedures", "topicalActives", "recentScarInArea"];
const asked = [...Object.keys(plain), ...Object.keys(byDetail), ...special, "sunExposure"];
const order = ["do-not-treat", "refer", "defer", "incomplete", "adapt"];
const overridable = new Map(
  ["never", "prescriber", "practitioner", "answer", "none-needed"].map((who, index) => [order[index], who]),
);

interface Found {
  readonly rule: string;
  readonly verdict: string;
  readonly notBefore: string | null;
  readonly until: string | null;
  readonly because: readonly string[];
  readonly overridable: string | undefined;
}

function found(
  [rule, verdict, until = null]: Row | readonly [string, string, string | null],
  because: readonly string[],
) {
  const who = rule === "med.isotretinoin.past" ? "prescriber" : overridable.get(verdict);
  return { rule, verdict, notBefore: null as string | null, until, because, overridable: who };
}

function plus(day: string, wait: string): string {
  const [count, unit] = wait.split(" ");
  const from = new Date(`${day}T00:00:00Z`);
  if (unit === "days") return new Date(from.getTime() + Number(count) * 86_400_000).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + Number(count) + 1, 0));
  const date = Math.min(from.getUTCDate(), last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(date).padStart(2, "0")}`;
}

function after(rule: string, from: unknown, wait: string, [detail, path]: readonly [string, string], asOf: string) {
  if (from === undefined) return [found([rule, "defer", "date-known"], [path])];
  const notBefore = plus(String(from), wait);
  return asOf < notBefore ? [{ ...found([rule, "defer"], [detail]), notBefore }] : [];
}

/** What one "yes" finds, and the details missing from it. */
function readYes(question: string, given: Given, asOf: string, anaesthetic: string): [readonly Found[], string[]] {
  const at = (name: string) => `${question}.${name}`;
  const [merely] = mere[question] ?? [];
  const missing = merely !== undefined && given[merely] === undefined ? [at(merely)] : [];
  const one = plain[question];
  if (one) return [[found(one, [question])], missing];
  const [name, rows = []] = byDetail[question] ?? [];
  if (name) {
    const row = (rows.find(([value]) => value === given[name]) ?? rows[0])?.[1] as Row;
    return given[name] === undefined ? [[found(row, [question])], [at(name)]] : [[found(row, [at(name)])], []];
  }
  const wait = waits[question];
  if (wait) {
    const [detail, rule, length] = wait;
    const dated = after(rule, given[detail], length, [at(detail), question], asOf);
    if (given[detail] === undefined) missing.push(at(detail));
    return [dated.length === 0 && rule === "med.topical" ? [found([rule, "adapt"], [question])] : dated, missing];
  }
  if (question === "anaestheticAllergy") {
    const verdict = anaesthetic === "none" ? "refer" : "do-not-treat";
    return [[found(["allergy.anaesthetic", verdict], [question, "request.anaesthetic"])], []];
  }
  return question === "isotretinoin" ? readIsotretinoin(given, asOf) : readProcedures(given, asOf);
}

function readIsotretinoin({ status, stoppedOn }: Given, asOf: string): [readonly Found[], string[]] {
  const taking = ["med.isotretinoin.current", "do-not-treat"] as const;
  if (status === undefined) return [[found(taking, ["isotretinoin"])], ["isotretinoin.status"]];
  if (status === "current") return [[found(taking, ["isotretinoin.status"])], []];
  const places = ["isotretinoin.stoppedOn", "isotretinoin.status"] as const;
  const dated = after("med.isotretinoin.past", stoppedOn, "6 months", places, asOf);
  return [dated, stoppedOn === undefined ? ["isotretinoin.stoppedOn"] : []];
}

function readProcedures({ procedures }: Given, asOf: string): [readonly Found[], string[]] {
  const surgery = found(["proc.surgery", "defer", "date-known"], ["recentProcedures"]);
  if (procedures === undefined) return [[surgery], ["recentProcedures.procedures"]];
  const missing: string[] = [];
  const later = new Map<string, Found>();
  for (const [index, { kind, on, inArea }] of (procedures as readonly Given[]).entries()) {
    const at = `recentProcedures.procedures.${index}`;
    if (on === undefined) missing.push(`${at}.on`);
    if (inArea === false) continue;
    const wait = procedureWaits[String(kind)] as string;
    for (const next of after(`proc.${kind}`, on, wait, [`${at}.on`, `${at}.kind`], asOf)) {
      const last = later.get(next.rule);
      // A day that isn't known could be the latest.
      const day = (one: Found) => one.notBefore ?? "9999-12-31";
      if (!last || day(next) > day(last)) later.set(next.rule, next);
    }
  }
  return [[...later.values()], missing];
}

interface Doc {
  readonly asOf: string;
  readonly patient: { readonly birthDate: string; readonly sex: string; readonly fitzpatrick?: number };
  readonly request: { readonly concerns: readonly string[]; readonly anaesthetic: string; readonly area: string };
  readonly answers: Readonly<Record<string, Given & { readonly answer: string }>>;
}

function secondReading({ asOf, patient, request, answers }: Doc) {
  const findings: Found[] = [];
  const missing: string[] = [];
  const years = Number(asOf.slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
  const age = asOf.slice(5) < patient.birthDate.slice(5) ? years - 1 : years;
  if (age < 18) findings.push(found(["age.minor", "refer"], ["birthDate"]));
  if (age < 18) missing.push("guardianConsent");
  if (age >= 18 && age <= 21) findings.push(found(["age.offLabel", "adapt"], ["birthDate"]));
  const { fitzpatrick = null } = patient;
  if (fitzpatrick === null) missing.push("fitzpatrick");
  if (fitzpatrick === null) findings.push(found(["unanswered.fitzpatrick", "incomplete"], []));
  if (fitzpatrick !== null && fitzpatrick >= 4) findings.push(found(["phototype.4to6", "adapt"], ["fitzpatrick"]));
  if (request.concerns.includes("thin-skin"))
    findings.push(found(["concern.thin-skin", "adapt"], ["request.concerns"]));
  for (const question of asked) {
    const given = answers[question];
    if (given?.answer === "no") continue;
    if (given?.answer === "yes") {
      const [rows, details] = readYes(question, given, asOf, request.anaesthetic);
      findings.push(...rows);
      missing.push(...details);
    } else {
      missing.push(question);
      findings.push(found([`unanswered.${question}`, "incomplete"], given ? [question] : []));
    }
  }
  findings.sort((left, right) => rank(left) - rank(right) || (left.rule < right.rule ? -1 : 1));
  const days = findings.flatMap(({ notBefore }) => notBefore ?? []).sort();
  return {
    verdict: findings[0]?.verdict ?? "suitable",
    notBefore: days.at(-1) ?? null,
    findings,
    missing: missing.sort(),
  };
}

const rank = ({ verdict }: Found) => order.indexOf(verdict);

/** Days that lie at and about the edge of every wait before the day of the screening. */
const asOfs = ["2026-11-23", "2024-02-29", "2027-02-28", "2028-03-01", "2026-08-31", "2026-12-31"];
const edge = fc
  .tuple(fc.constantFrom("3 days", "7 days", "14 days", "28 days", "3 months", "6 months", "12 months"), fc.nat(4))
  .map(([wait, off]) => (asOf: string) => {
    const [count, unit] = wait.split(" ");
    const back = plus(plus(asOf, `-${count} ${unit}`), `${off - 2} days`);
    return back > asOf ? asOf : back;
  });

function detailsOf(question: string): fc.Arbitrary<Given> {
  const [name, rows = []] = byDetail[question] ?? [];
  const [merely, options = []] = mere[question] ?? [];
  const [dated] = waits[question] ?? [];
  const maybe: Record<string, fc.Arbitrary<unknown>> = {
    ...(name && { [name]: fc.constantFrom(...rows.map(([value]) => value)) }),
    ...(merely && { [merely]: fc.constantFrom(...options) }),
    ...(dated && { [dated]: edge }),
  };
  if (question === "isotretinoin") {
    const stopped = fc.record({ status: fc.constant("stopped"), stoppedOn: edge }, { requiredKeys: ["status"] });
    return fc.oneof(fc.constant({}), fc.constant({ status: "current" }), stopped);
  }
  if (question !== "recentProcedures") return fc.record(maybe, { requiredKeys: [] });
  const kind = fc.constantFrom(...Object.keys(procedureWaits));
  const one = fc.record({ kind, on: edge, inArea: fc.boolean() }, { requiredKeys: ["kind"] });
  return fc.record({ procedures: fc.array(one, { minLength: 1, maxLength: 4 }) }, { requiredKeys: [] });
}

const answerTo = (question: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant({ answer: "no" }) },
    { weight: 1, arbitrary: fc.constant({ answer: "unknown" }) },
    { weight: 5, arbitrary: detailsOf(question).map((details) => ({ answer: "yes", ...details })) },
  );

const documents: fc.Arbitrary<Doc> = fc
  .record({
    asOf: fc.constantFrom(...asOfs),
    years: fc.constantFrom(17, 18, 21, 22, 36, 120),
    off: fc.integer({ min: -1, max: 1 }),
    patient: fc.record(
      { sex: fc.constant("female"), fitzpatrick: fc.integer({ min: 1, max: 6 }) },
      { requiredKeys: ["sex"] },
    ),
    request: fc.record({
      concerns: fc.constantFrom(["dullness"], ["fine-lines", "thin-skin"]),
      area: fc.constant("face"),
      anaesthetic: fc.constantFrom("none", "lidocaine", "other"),
    }),
    answers: fc.record(Object.fromEntries(asked.map((id) => [id, answerTo(id)])), { requiredKeys: [] }),
  })
  .map(({ asOf, years, off, patient, request, answers }) => ({
    asOf,
    patient: { ...patient, birthDate: plus(plus(asOf, `-${years * 12} months`), `${Math.abs(off)} days`) },
    request,
    answers: placed(answers, asOf) as Doc["answers"],
  }));

/** Every edge becomes a day, seen from the day of the screening. */
function placed(value: unknown, asOf: string): unknown {
  if (typeof value === "function") return (value as (day: string) => string)(asOf);
  if (Array.isArray(value)) return value.map((item) => placed(item, asOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, placed(inner, asOf)]));
}

describe("a second reading of the contract", () => {
  it("asks 35 questions", () => expect(new Set(asked).size).toBe(35));
  it("finds what the evaluator finds: verdict, days, order, reasons used, what is missing and who may override", () =>
    fc.assert(
      fc.property(documents, (document) => {
        const answered = screenDocument(document);
        if (!answered.ok) throw new Error(JSON.stringify(answered.problem));
        const { verdict, notBefore, findings, missing } = answered.value;
        const names = ["rule", "verdict", "notBefore", "until", "because", "overridable"] as const;
        const plainly = findings.map((one) => Object.fromEntries(names.map((name) => [name, one[name]])));
        expect({ verdict, notBefore, findings: plainly, missing }).toEqual(secondReading(document));
      }),
      { numRuns: 400 },
    ));
});
