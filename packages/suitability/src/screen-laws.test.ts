import { compareText } from "@fibril/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anaesthetics,
  compareCaution,
  concerns,
  type Detail,
  detailsOf,
  isTreatable,
  questionIds,
  type ScreeningOutcome,
  screenDocument,
} from "./index.ts";

type Fields = Record<string, unknown>;

const day = fc
  .integer({ min: 0, max: 400 })
  .map((ago) => new Date(Date.UTC(2026, 10, 23) - ago * 86_400_000).toISOString().slice(0, 10));

function detail(of: Detail): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case "choice":
      return fc.constantFrom(...Object.keys(of.options));
    case "past-date":
      return day;
    case "flag":
      return fc.boolean();
    case "text":
      return fc.string();
    case "list":
      return fc.array(fc.record(details(of.of), { requiredKeys: [of.required] }), { minLength: 1, maxLength: 3 });
  }
}

function details(of: Readonly<Record<string, Detail>>) {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, detail(value)]));
}

function answer(id: (typeof questionIds)[number]): fc.Arbitrary<Fields> {
  const yes = fc
    .record({ answer: fc.constant("yes"), ...details(detailsOf(id)) }, { requiredKeys: ["answer"] })
    .map(({ status, ...given }: Fields) =>
      status === "current" && id === "isotretinoin"
        ? { answer: "yes", status }
        : { ...given, ...(status === undefined ? {} : { status }) },
    );
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant({ answer: "no" }) },
    { weight: 1, arbitrary: fc.constant({ answer: "unknown" }) },
    { weight: 2, arbitrary: yes },
  );
}

const document = fc.record({
  asOf: fc.constant("2026-11-23"),
  patient: fc.record(
    {
      birthDate: fc.constantFrom("1990-04-02", "2005-01-01", "2009-06-30", "1950-02-28"),
      sex: fc.constantFrom("female", "male", "other", "unknown"),
      fitzpatrick: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: ["birthDate", "sex"] },
  ),
  request: fc.record({
    concerns: fc.subarray([...concerns], { minLength: 1 }),
    area: fc.constant("face"),
    anaesthetic: fc.constantFrom(...anaesthetics),
    guardianConsent: fc.boolean(),
  }),
  answers: fc.record(Object.fromEntries(questionIds.map((id) => [id, answer(id)]))) as fc.Arbitrary<
    Record<string, Fields>
  >,
});

function outcomeOf(value: unknown): ScreeningOutcome {
  const result = screenDocument(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

type Document = typeof document extends fc.Arbitrary<infer Value> ? Value : never;

/** Every document with one answer, one detail, one detail of a procedure or the phototype taken away. */
function* withOneLess(value: Document): Generator<unknown> {
  const { fitzpatrick: _, ...patient } = value.patient as Fields;
  yield { ...value, patient };
  for (const [id, given] of Object.entries(value.answers)) {
    yield { ...value, answers: without(value.answers, id) };
    yield { ...value, answers: { ...value.answers, [id]: { answer: "unknown" } } };
    for (const name of Object.keys(given)) {
      if (name !== "answer") yield { ...value, answers: { ...value.answers, [id]: without(given, name) } };
    }
    const { procedures } = given as { procedures?: Fields[] };
    for (const [index, procedure] of (procedures ?? []).entries()) {
      for (const name of ["on", "inArea"]) {
        yield {
          ...value,
          answers: {
            ...value.answers,
            [id]: { ...given, procedures: procedures?.with(index, without(procedure, name)) },
          },
        };
      }
    }
  }
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

describe("taking an answer away", () => {
  it("never turns no into yes", () =>
    fc.assert(
      fc.property(document, (value) => {
        const before = isTreatable(outcomeOf(value).verdict);
        for (const less of withOneLess(value)) if (isTreatable(outcomeOf(less).verdict)) expect(before).toBe(true);
      }),
      { numRuns: 60 },
    ));
  it("never lets a sparse document that says no be treated", () =>
    fc.assert(
      fc.property(document, fc.constantFrom(...questionIds), fc.constantFrom(...questionIds), (value, one, other) => {
        const clear = Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }]));
        const sparse = {
          ...value,
          answers: { ...clear, [one]: value.answers[one] ?? {}, [other]: value.answers[other] ?? {} },
        };
        const before = isTreatable(outcomeOf(sparse).verdict);
        for (const less of withOneLess(sparse)) if (isTreatable(outcomeOf(less).verdict)) expect(before).toBe(true);
      }),
      { numRuns: 100 },
    ));
});

describe("an outcome", () => {
  it("is the same whatever the order of the answers, and leaves its input alone", () =>
    fc.assert(
      fc.property(document, (value) => {
        const reversed = { ...value, answers: Object.fromEntries(Object.entries(value.answers).reverse()) };
        const copy = structuredClone(value);
        expect(outcomeOf(reversed)).toEqual(outcomeOf(value));
        expect(value).toEqual(copy);
      }),
    ));
  it("is the most cautious of its findings, which stand in order, each rule once", () =>
    fc.assert(
      fc.property(document, (value) => {
        const { verdict, notBefore, findings, missing } = outcomeOf(value);
        expect(verdict).toBe(findings[0]?.verdict ?? "suitable");
        for (const [index, finding] of findings.entries()) {
          const next = findings[index + 1];
          if (next)
            expect(compareCaution(finding.verdict, next.verdict) || compareText(finding.rule, next.rule)).toBeLessThan(
              0,
            );
          if (finding.verdict !== "defer") expect(finding.until).toBeNull();
        }
        expect(notBefore).toBe(
          findings
            .map((finding) => finding.notBefore ?? "")
            .sort()
            .at(-1) || null,
        );
        expect(missing).toEqual([...new Set(missing)].sort());
      }),
    ));
  it("defers only to days after asOf, or to an event", () =>
    fc.assert(
      fc.property(document, (value) => {
        for (const { verdict, notBefore, until } of outcomeOf(value).findings) {
          if (verdict === "defer") expect(notBefore !== null ? notBefore > "2026-11-23" : until !== null).toBe(true);
          else expect(notBefore).toBeNull();
        }
      }),
    ));
  it("rests only on answers that were given", () =>
    fc.assert(
      fc.property(document, (value) => {
        for (const path of outcomeOf(value).findings.flatMap(({ because }) => because)) {
          const root =
            path === "birthDate" || path === "fitzpatrick"
              ? value.patient
              : path.startsWith("request.")
                ? value
                : value.answers;
          const found = path.split(".").reduce<unknown>((at, step) => (at as Fields | undefined)?.[step], root);
          expect(found, path).toBeDefined();
        }
      }),
    ));
});
