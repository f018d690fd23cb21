import { describe, expect, it } from "vitest";
import { parseScreening, questionIds } from "./index.ts";

const document = {
  asOf: "2026-11-23",
  patient: { birthDate: "1990-04-02", sex: "female", fitzpatrick: 3 },
  request: { concerns: ["mild-acne-scars"], area: "face", anaesthetic: "lidocaine-prilocaine", guardianConsent: false },
  answers: {} as object,
};

function issuesOf(value: unknown): readonly string[] {
  const answer = parseScreening(value);
  return answer.ok ? [] : answer.problem.map(({ path, message }) => `${path}: ${message}`);
}

function pathsOf(value: unknown): readonly string[] {
  const answer = parseScreening(value);
  return answer.ok ? [] : answer.problem.map(({ path }) => path);
}

const withAnswers = (answers: object) => ({ ...document, answers });
const withPatient = (patient: object) => ({ ...document, patient: { ...document.patient, ...patient } });
const withRequest = (request: object) => ({ ...document, request: { ...document.request, ...request } });

describe("a screening document", () => {
  it("is taken as it stands, with what was left out named", () =>
    expect(
      parseScreening({
        asOf: "2026-11-23",
        patient: { birthDate: "1990-04-02", sex: "other" },
        request: { concerns: ["dullness", "thin-skin"], area: "neck", anaesthetic: "none" },
      }),
    ).toEqual({
      ok: true,
      value: {
        asOf: "2026-11-23",
        patient: { birthDate: "1990-04-02", sex: "other", fitzpatrick: null },
        request: { concerns: ["dullness", "thin-skin"], area: "neck", anaesthetic: "none", guardianConsent: false },
        answers: {},
      },
    }));
  it("counts null as left out", () =>
    expect(
      parseScreening({
        ...document,
        patient: { ...document.patient, fitzpatrick: null },
        request: { ...document.request, guardianConsent: null },
        answers: {
          pregnancy: null,
          keloid: { answer: "yes", history: null },
          moleInArea: { answer: "no", changing: null },
        },
      }),
    ).toMatchObject({
      ok: true,
      value: {
        patient: { fitzpatrick: null },
        request: { guardianConsent: false },
        answers: { keloid: { answer: "yes" }, moleInArea: { answer: "no" } },
      },
    }));
  it("takes every detail of a yes", () => {
    const answers = {
      isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-08-01" },
      anticoagulant: { answer: "yes", agent: "warfarin" },
      recentProcedures: { answer: "yes", procedures: [{ kind: "filler", on: "2026-11-23", inArea: false }] },
      melasma: { answer: "unknown" },
    };
    expect(parseScreening(withAnswers(answers))).toMatchObject({ ok: true, value: { answers } });
  });
  it.each([null, undefined, 1, "x", true, []])("refuses %j as a whole", (value) =>
    expect(issuesOf(value)).toEqual([": must be an object"]),
  );
  it("names everything required that is not there", () =>
    expect(issuesOf({})).toEqual([
      "asOf: is required",
      "patient.birthDate: is required",
      "patient.sex: is required",
      "request.concerns: is required",
      "request.area: is required",
      "request.anaesthetic: is required",
    ]));
  it("names every fault at once, of shape and of date order together", () =>
    expect(
      issuesOf({
        asOf: "2026-11-23",
        note: "x",
        patient: { birthDate: "2026-11-24", sex: "f", fitzpatrick: 7, weight: 60 },
        request: { concerns: ["acne", "dullness", "x"], area: "leg", anaesthetic: "emla", guardianConsent: "yes" },
        answers: {
          pregnant: { answer: "no" },
          keloid: { answer: "maybe" },
          sunExposure: { answer: "yes", on: "2026-12-01" },
        },
      }),
    ).toEqual([
      "note: unknown field",
      "patient.weight: unknown field",
      "patient.birthDate: is after asOf",
      "patient.sex: must be one of female, male, other, unknown",
      "patient.fitzpatrick: must be one of 1, 2, 3, 4, 5, 6",
      "request.guardianConsent: must be true or false",
      "request.concerns.0: must be one of fine-lines, uneven-tone, rough-texture, enlarged-pores, early-ageing, mild-acne-scars, dullness, thin-skin, loss-of-elasticity",
      "request.concerns.2: must be one of fine-lines, uneven-tone, rough-texture, enlarged-pores, early-ageing, mild-acne-scars, dullness, thin-skin, loss-of-elasticity",
      "request.area: must be one of face, neck, decollete, hands, body",
      "request.anaesthetic: must be one of none, lidocaine, lidocaine-prilocaine, lidocaine-tetracaine, other",
      "answers.pregnant: unknown field",
      "answers.keloid.answer: must be one of yes, no, unknown",
      "answers.sunExposure.on: is after asOf",
    ]));
});

describe("the parts of a document", () => {
  it.each([
    ["patient", { ...document, patient: "x" }, ["patient", "patient.birthDate", "patient.sex"]],
    ["request", { ...document, request: [] }, ["request", "request.concerns", "request.area", "request.anaesthetic"]],
    ["answers", { ...document, answers: [] }, ["answers"]],
    ["a null patient", { ...document, patient: null }, ["patient.birthDate", "patient.sex"]],
    ["a null answers", { ...document, answers: null }, []],
    ["no concerns", withRequest({ concerns: [] }), ["request.concerns"]],
    ["concerns as a text", withRequest({ concerns: "dullness" }), ["request.concerns"]],
    ["a null concern", withRequest({ concerns: [null] }), ["request.concerns.0"]],
    ["an unknown field of the request", withRequest({ zone: "chin" }), ["request.zone"]],
    ["a phototype as a text", withPatient({ fitzpatrick: "3" }), ["patient.fitzpatrick"]],
    ["a phototype between", withPatient({ fitzpatrick: 2.5 }), ["patient.fitzpatrick"]],
    ["consent as a number", withRequest({ guardianConsent: 1 }), ["request.guardianConsent"]],
  ])("%s", (_, value, paths) => expect(pathsOf(value)).toEqual(paths));
});

describe("days", () => {
  it.each([
    ["2026-02-29", ["asOf"]],
    ["23-11-2026", ["asOf"]],
    [20261123, ["asOf"]],
    ["9998-12-31", ["patient.birthDate"]],
    ["9999-01-01", ["asOf"]],
  ])("asOf %s", (asOf, paths) => expect(pathsOf({ ...document, asOf })).toEqual(paths));
  it.each([
    ["2026-11-23", []],
    ["2026-11-24", ["patient.birthDate"]],
    ["1906-11-23", []],
    ["1905-11-24", []],
    ["1905-11-23", ["patient.birthDate"]],
    ["1990-04-31", ["patient.birthDate"]],
  ])("born %s", (birthDate, paths) => expect(pathsOf(withPatient({ birthDate }))).toEqual(paths));
  it("can't compare with an asOf that is no day, and says only what it knows", () =>
    expect(pathsOf({ ...withPatient({ birthDate: "2999-01-01" }), asOf: "x" })).toEqual(["asOf"]));
  it.each([
    ["isotretinoin", { status: "stopped", stoppedOn: "2026-11-24" }, "stoppedOn"],
    ["topicalActives", { lastUsedOn: "2026-11-24" }, "lastUsedOn"],
    ["recentScarInArea", { on: "2026-11-24" }, "on"],
    ["sunExposure", { on: "2026-11-24" }, "on"],
    ["recentProcedures", { procedures: [{ kind: "filler", on: "2026-11-24" }] }, "procedures.0.on"],
    ["topicalActives", { lastUsedOn: "yesterday" }, "lastUsedOn"],
    ["topicalActives", { lastUsedOn: 3 }, "lastUsedOn"],
  ])("%s %j is refused at its own place", (question, details, at) =>
    expect(pathsOf(withAnswers({ [question]: { answer: "yes", ...details } }))).toEqual([`answers.${question}.${at}`]),
  );
  it("takes today as a day of the past", () =>
    expect(pathsOf(withAnswers({ sunExposure: { answer: "yes", on: "2026-11-23" } }))).toEqual([]));
});

describe("answers", () => {
  it.each(questionIds)("knows the question %s", (question) => {
    for (const answer of ["yes", "no", "unknown"]) expect(pathsOf(withAnswers({ [question]: { answer } }))).toEqual([]);
  });
  it.each([
    ["an answer without answer", { pregnancy: {} }, ["answers.pregnancy.answer"]],
    ["a null answer", { pregnancy: { answer: null } }, ["answers.pregnancy.answer"]],
    ["a bare text", { pregnancy: "no" }, ["answers.pregnancy"]],
    ["a bare list", { pregnancy: ["no"] }, ["answers.pregnancy"]],
    ["an unknown detail", { pregnancy: { answer: "yes", weeks: 12 } }, ["answers.pregnancy.weeks"]],
    ["an unknown detail that is null", { pregnancy: { answer: "yes", weeks: null } }, ["answers.pregnancy.weeks"]],
    ["a detail beside no", { keloid: { answer: "no", history: "family" } }, ["answers.keloid.history"]],
    ["a detail beside unknown", { keloid: { answer: "unknown", history: "family" } }, ["answers.keloid.history"]],
    [
      "a list beside no",
      { recentProcedures: { answer: "no", procedures: [{ kind: "filler" }] } },
      ["answers.recentProcedures.procedures"],
    ],
    ["an unknown option", { diabetes: { answer: "yes", control: "good" } }, ["answers.diabetes.control"]],
    [
      "an option by an inherited name",
      { diabetes: { answer: "yes", control: "toString" } },
      ["answers.diabetes.control"],
    ],
    ["a question by an inherited name", { toString: { answer: "yes" } }, ["answers.toString"]],
    ["a flag as a text", { moleInArea: { answer: "yes", changing: "true" } }, ["answers.moleInArea.changing"]],
    ["a text as a number", { anticoagulant: { answer: "yes", agent: 5 } }, ["answers.anticoagulant.agent"]],
    [
      "stoppedOn beside current",
      { isotretinoin: { answer: "yes", status: "current", stoppedOn: "2026-08-01" } },
      ["answers.isotretinoin.stoppedOn"],
    ],
    ["stoppedOn without status", { isotretinoin: { answer: "yes", stoppedOn: "2026-08-01" } }, []],
    ["an empty list", { recentProcedures: { answer: "yes", procedures: [] } }, ["answers.recentProcedures.procedures"]],
    ["no list", { recentProcedures: { answer: "yes", procedures: "filler" } }, ["answers.recentProcedures.procedures"]],
    ["a list left out", { recentProcedures: { answer: "yes" } }, []],
    [
      "a procedure without kind",
      { recentProcedures: { answer: "yes", procedures: [{ on: "2026-11-01" }] } },
      ["answers.recentProcedures.procedures.0.kind"],
    ],
    [
      "a procedure with a null kind",
      { recentProcedures: { answer: "yes", procedures: [{ kind: null }] } },
      ["answers.recentProcedures.procedures.0.kind"],
    ],
    [
      "a procedure that is a text",
      { recentProcedures: { answer: "yes", procedures: [{ kind: "filler" }, "filler", null] } },
      ["answers.recentProcedures.procedures.1", "answers.recentProcedures.procedures.2"],
    ],
    [
      "a procedure of an unknown kind",
      { recentProcedures: { answer: "yes", procedures: [{ kind: "botox" }] } },
      ["answers.recentProcedures.procedures.0.kind"],
    ],
    [
      "an unknown field of a procedure",
      { recentProcedures: { answer: "yes", procedures: [{ kind: "filler", where: "lip" }] } },
      ["answers.recentProcedures.procedures.0.where"],
    ],
    [
      "inArea as a text",
      { recentProcedures: { answer: "yes", procedures: [{ kind: "filler", inArea: "no" }] } },
      ["answers.recentProcedures.procedures.0.inArea"],
    ],
  ])("%s", (_, answers, paths) => expect(pathsOf(withAnswers(answers))).toEqual(paths));
  it("refuses a smuggled prototype", () =>
    expect(pathsOf(JSON.parse(`{"__proto__":{"asOf":"2026-11-23"},${JSON.stringify(document).slice(1)}`))).toEqual([
      "__proto__",
    ]));
  it.each([
    [{ keloid: { answer: "no", history: "family" } }, 'answers.keloid.history: belongs to "yes", not to "no"'],
    [{ pregnancy: 1 }, 'answers.pregnancy: must be an object with "answer"'],
    [
      { isotretinoin: { answer: "yes", status: "current", stoppedOn: "2026-08-01" } },
      'answers.isotretinoin.stoppedOn: belongs to status "stopped" alone',
    ],
    [
      { recentProcedures: { answer: "yes", procedures: [] } },
      'answers.recentProcedures.procedures: must not be empty beside "yes"',
    ],
    [{ recentProcedures: { answer: "yes", procedures: 1 } }, "answers.recentProcedures.procedures: must be a list"],
    [
      { recentProcedures: { answer: "yes", procedures: [1] } },
      "answers.recentProcedures.procedures.0: must be an object",
    ],
    [
      { recentProcedures: { answer: "yes", procedures: [{}] } },
      "answers.recentProcedures.procedures.0.kind: is required",
    ],
    [{ moleInArea: { answer: "yes", changing: 1 } }, "answers.moleInArea.changing: must be true or false"],
    [{ anticoagulant: { answer: "yes", agent: 1 } }, "answers.anticoagulant.agent: must be a text"],
    [{ sunExposure: { answer: "yes", on: "1" } }, "answers.sunExposure.on: must be a day YYYY-MM-DD of the calendar"],
  ])("%j says %s", (answers, issue) => expect(issuesOf(withAnswers(answers))).toEqual([issue]));
  it.each([
    [{ ...document, asOf: "9999-01-01" }, "asOf: must not be after 9998-12-31"],
    [withPatient({ birthDate: "1900-01-01" }), "patient.birthDate: is more than 120 years before asOf"],
    [withRequest({ concerns: [] }), "request.concerns: must name at least one concern"],
    [withRequest({ concerns: {} }), "request.concerns: must be a list"],
  ])("says why: %#", (value, issue) => expect(issuesOf(value)).toEqual([issue]));
});
