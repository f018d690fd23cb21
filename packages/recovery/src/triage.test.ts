import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkInCards, checkInDays } from "./check-ins.ts";
import { type SignAnswers, type SignId, signIds, signOf } from "./signs.ts";
import { type CheckIn, triage } from "./triage.ts";
import { triageDocument } from "./triage-document.ts";
import { isMoreUrgent, urgencyOf } from "./urgency.ts";

const nothing = Object.fromEntries(signIds.map((sign) => [sign, signOf(sign).levels[0]])) as SignAnswers;

function on(daySinceSession: number, answers: SignAnswers, anaesthetic: boolean | null = false): CheckIn {
  return { daySinceSession, done: { anaesthetic }, answers: { ...nothing, ...answers } };
}

describe("triage", () => {
  it.each`
    day   | answers                           | urgency
    ${1}  | ${{}}                             | ${"expected"}
    ${0}  | ${{ troubleBreathing: "yes" }}    | ${"emergency"}
    ${0}  | ${{ lipOrTongueSwelling: "yes" }} | ${"emergency"}
    ${0}  | ${{ faint: "yes" }}               | ${"emergency"}
    ${0}  | ${{ seizure: "yes" }}             | ${"emergency"}
    ${0}  | ${{ palpitations: "yes" }}        | ${"emergency"}
    ${2}  | ${{ eyePain: "yes" }}             | ${"emergency"}
    ${2}  | ${{ visionChange: "yes" }}        | ${"emergency"}
    ${3}  | ${{ fever: "yes" }}               | ${"same-day"}
    ${3}  | ${{ spreadingRedness: "yes" }}    | ${"same-day"}
    ${3}  | ${{ pus: "yes" }}                 | ${"same-day"}
    ${1}  | ${{ pain: "severe" }}             | ${"same-day"}
    ${1}  | ${{ pain: "moderate" }}           | ${"expected"}
    ${3}  | ${{ pain: "mild" }}               | ${"48-hours"}
    ${3}  | ${{ pain: "moderate" }}           | ${"24-hours"}
    ${2}  | ${{ gettingWorse: "yes" }}        | ${"24-hours"}
    ${3}  | ${{ gettingWorse: "yes" }}        | ${"same-day"}
    ${3}  | ${{ blisters: "yes" }}            | ${"same-day"}
    ${3}  | ${{ blisters: "near-eye" }}       | ${"emergency"}
    ${3}  | ${{ tingling: "yes" }}            | ${"same-day"}
    ${3}  | ${{ honeyCrust: "yes" }}          | ${"24-hours"}
    ${3}  | ${{ bumps: "yes" }}               | ${"48-hours"}
    ${20} | ${{ bumps: "yes" }}               | ${"48-hours"}
    ${1}  | ${{ itch: "yes" }}                | ${"24-hours"}
    ${3}  | ${{ sharpEdgedRash: "yes" }}      | ${"24-hours"}
    ${10} | ${{ linesOrGrooves: "yes" }}      | ${"1-week"}
    ${15} | ${{ darkPatches: "yes" }}         | ${"1-week"}
    ${2}  | ${{ redness: "yes" }}             | ${"expected"}
    ${3}  | ${{ redness: "yes" }}             | ${"1-week"}
    ${8}  | ${{ redness: "yes" }}             | ${"48-hours"}
    ${5}  | ${{ flaking: "yes" }}             | ${"expected"}
    ${6}  | ${{ flaking: "yes" }}             | ${"1-week"}
    ${28} | ${{ lumps: "yes" }}               | ${"48-hours"}
    ${28} | ${{ lumps: "draining" }}          | ${"same-day"}
    ${8}  | ${{ numbness: "yes" }}            | ${"1-week"}
    ${1}  | ${{ otherWorry: "yes" }}          | ${"24-hours"}
  `("on day $day with $answers is $urgency", ({ day, answers, urgency }) => {
    expect(triage(on(day, answers)).urgency).toBe(urgency);
  });

  it("takes a numb mouth for poisoning unless no numbing cream was used", () => {
    expect(triage(on(0, { numbMouth: "yes" }, true)).urgency).toBe("emergency");
    expect(triage(on(0, { numbMouth: "yes" }, null)).urgency).toBe("emergency");
    expect(triage(on(0, { numbMouth: "yes" }, false)).urgency).toBe("same-day");
  });

  it.each(["unknown", undefined])("takes an answer that is %s for the worst of its sign", (blisters) => {
    const { blisters: _, ...others } = nothing;
    const outcome = triage({
      daySinceSession: 3,
      done: { anaesthetic: false },
      answers: blisters === undefined ? others : { ...others, blisters: "unknown" },
    });
    expect(outcome).toMatchObject({ urgency: "emergency", unknown: ["blisters"] });
  });

  it("does not count as unknown what is not asked so early", () => {
    const { lumps: _, darkPatches: __, ...early } = nothing;
    expect(triage({ daySinceSession: 1, done: { anaesthetic: false }, answers: early }).urgency).toBe("expected");
  });

  it("asks nothing and knows nothing: emergency", () => {
    expect(triage({ daySinceSession: 1, done: { anaesthetic: null }, answers: {} }).urgency).toBe("emergency");
  });

  it("takes a range of hours as the shorter", () => {
    expect(urgencyOf({ hours: [24, 48] })).toBe("24-hours");
    expect(urgencyOf({ hours: [48, 72] })).toBe("48-hours");
  });

  it("leaves no reported sign without a row, on any day", () => {
    for (let day = 0; day <= 60; day += 1) {
      for (const sign of signIds) {
        for (const level of signOf(sign).levels.slice(1)) {
          expect(triage(on(day, { [sign]: level })).rows, `${sign} ${level} on day ${day}`).not.toEqual([]);
        }
      }
    }
  });

  it("never gets less urgent by more or worse symptoms, or by knowing less", () => {
    const answers = fc.record(
      Object.fromEntries(signIds.map((sign) => [sign, fc.constantFrom(...signOf(sign).levels, "unknown")])),
    ) as fc.Arbitrary<SignAnswers>;
    const pair = fc
      .constantFrom(...signIds)
      .chain((sign) => fc.tuple(fc.constant(sign), fc.nat(signOf(sign).levels.length)));
    fc.assert(
      fc.property(fc.nat(90), fc.option(fc.boolean()), answers, pair, (day, anaesthetic, given, [sign, to]) => {
        const worse = { ...given, [sign]: worseOf(sign, given[sign], to) };
        const before = triage({ daySinceSession: day, done: { anaesthetic }, answers: given });
        const after = triage({ daySinceSession: day, done: { anaesthetic }, answers: worse });
        expect(isMoreUrgent(before.urgency, after.urgency)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

function worseOf(sign: SignId, level: string | undefined, to: number): string {
  const ladder = [...signOf(sign).levels, "unknown"];
  return ladder[Math.max(to, ladder.indexOf(level ?? "unknown"))] ?? "unknown";
}

describe("a check-in", () => {
  it.each(checkInDays)("answered with the first option of every card on day %s is expected", (day) => {
    const asked = checkInCards(day).flatMap((card) => card.questions);
    const answers = Object.fromEntries(asked.map(({ sign, options }) => [sign, options[0]?.value]));
    expect(triageDocument({ daySinceSession: day, answers })).toMatchObject({
      ok: true,
      value: { urgency: "expected" },
    });
  });

  it("lets every question be answered with I don't know", () => {
    for (const { options } of checkInCards(28).flatMap((card) => card.questions)) {
      expect(options.at(-1)).toEqual({ value: "unknown", label: "I don't know" });
    }
  });
});

describe("a triage document", () => {
  it("is refused with every issue at its place", () => {
    const document = {
      daySinceSession: -1,
      done: { deepestMm: 0, regions: ["face", "knee"], anaesthetic: "yes", fitzpatrick: 7 },
      answers: { fever: "maybe", feever: "yes" },
      note: "",
    };
    const answer = triageDocument(document);
    expect(answer.ok ? [] : answer.problem.map(({ path }) => path).sort()).toEqual([
      "answers.feever",
      "answers.fever",
      "daySinceSession",
      "done.anaesthetic",
      "done.deepestMm",
      "done.fitzpatrick",
      "done.regions.1",
      "note",
    ]);
  });

  it.each([null, [], "x", 3])("is not %j", (document) => {
    expect(triageDocument(document)).toEqual({ ok: false, problem: [{ path: "", message: "must be an object" }] });
  });
});
