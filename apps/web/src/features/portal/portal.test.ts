import type { CheckInView, ConsentTextView, ConsentView } from "@fibril/contract";
import { checkInCards, signIds } from "@fibril/recovery";
import { questionIds } from "@fibril/suitability";
import { describe, expect, it } from "vitest";
import { answerWords } from "./answer-words.ts";
import { careDaysOf } from "./care-days.ts";
import {
  allAnswers,
  firstOpenCard,
  isAnswered,
  noneOf,
  noneOfTheRest,
  otherwiseSaid,
  saysEmergency,
} from "./check-in-answers.ts";
import { signerOf } from "./consent-signer.ts";
import { differing, openQuestions, reviewOrder, sendable, withAnswer, withDetail } from "./intake-answers.ts";
import { daySinceSession, type MyFacts, nextStepOf } from "./next-step.ts";
import { paragraphsOf } from "./patient-sources.ts";
import { prepareFrom } from "./prepare.ts";
import { standingUses } from "./standing-uses.ts";

const today = "2027-01-12";
const checkIn = (changes: Partial<CheckInView>): CheckInView => ({
  id: "c",
  sessionId: "s",
  ordinal: 1,
  daySinceSession: 1,
  dueOn: today,
  state: "due",
  answeredAt: null,
  answeredBy: null,
  urgency: null,
  lookedAt: null,
  advice: null,
  version: 1,
  ...changes,
});
const text = (kind: "treatment" | "photographs" | "assent") => ({
  id: kind,
  kind,
  version: 1,
  language: "en-GB",
  title: kind,
  body: "",
  fields: [] as ConsentTextView["fields"],
  sha256: "",
});
const visit = (day: string, state: string) => ({ day, state, start: "09:00", kind: "session" }) as never;

function facts(changes: Partial<MyFacts> = {}): MyFacts {
  return {
    today,
    isMinor: false,
    relation: "self",
    pathway: {
      steps: [{ step: "consultation", state: "done", detail: "", missing: [] }],
      next: null,
      bookableFrom: null,
    },
    intake: { answers: {}, concerns: [], finishedAt: null, version: 1 },
    consents: {
      state: { treatment: "given", assent: null, photographPurposes: [], photographsAsked: true, permits: true },
      texts: [text("treatment"), text("photographs"), text("assent")],
      consents: [],
    },
    visits: [],
    checkIns: [],
    courses: [],
    plans: [],
    ...changes,
  };
}
const consentsWith = (state: Partial<MyFacts["consents"]["state"]>) => {
  const { consents } = facts();
  return { ...consents, state: { ...consents.state, ...state } };
};

describe("what is next", () => {
  it("is a check-in that has fallen due, before anything else", () => {
    const step = nextStepOf(facts({ checkIns: [checkIn({})], visits: [visit("2027-01-13", "booked")] }));
    expect(step).toMatchObject({ kind: "check-in", day: 1 });
  });

  it("is the red flag that nobody at the clinic has looked at yet, before care and visits", () => {
    const reported = checkIn({
      state: "answered",
      answeredAt: "2027-01-12T08:10:00.000Z",
      urgency: "same-day",
      dueOn: "2027-01-11",
    });
    const visits = [visit("2027-01-13", "booked")];
    expect(nextStepOf(facts({ checkIns: [reported], visits }))).toMatchObject({ kind: "flag" });
    const looked = { ...reported, lookedAt: { by: "Dr Priya Nair", at: "2027-01-12T08:30:00.000Z" } };
    expect(nextStepOf(facts({ checkIns: [looked], visits })).kind).toBe("visit");
  });

  it("asks the newest check-in alone, not one that was missed before it", () => {
    const missed = checkIn({ id: "old", dueOn: "2027-01-10", state: "overdue" });
    const answered = checkIn({ id: "new", dueOn: "2027-01-11", state: "answered" });
    expect(nextStepOf(facts({ checkIns: [missed, answered] })).kind).toBe("wait");
  });

  it("is the questions until they were sent or the clinic asked them", () => {
    const pathway = {
      steps: [{ step: "consultation" as const, state: "next" as const, detail: "", missing: [] }],
      next: null,
      bookableFrom: null,
    };
    expect(nextStepOf(facts({ pathway }))).toEqual({ kind: "questions", open: questionIds.length });
    const intake = { answers: {}, concerns: [], finishedAt: "2027-01-01T10:00:00Z", version: 2 };
    expect(nextStepOf(facts({ pathway, intake })).kind).toBe("wait");
  });

  it("is a text to sign where one is missing, never one that was taken back", () => {
    const step = nextStepOf(facts({ consents: consentsWith({ treatment: "missing" }) }));
    expect(step).toMatchObject({ kind: "sign", text: { id: "treatment" } });
    expect(nextStepOf(facts({ consents: consentsWith({ treatment: "withdrawn" }) })).kind).toBe("withdrawn");
  });

  it("does not ask to prepare for a session whose consent was taken back, and names the day that is still booked", () => {
    const visits = [visit("2027-03-01", "booked"), visit("2027-02-09", "booked")];
    expect(nextStepOf(facts({ consents: consentsWith({ treatment: "withdrawn" }), visits }))).toEqual({
      kind: "withdrawn",
      day: "2027-02-09",
    });
    expect(nextStepOf(facts({ isMinor: true, consents: consentsWith({ assent: "withdrawn" }), visits }))).toEqual({
      kind: "withdrawn",
      day: "2027-02-09",
    });
    const consultation = [{ ...(visit("2027-02-09", "booked") as object), kind: "consultation" } as never];
    expect(
      nextStepOf(facts({ consents: consentsWith({ treatment: "withdrawn" }), visits: consultation })),
    ).toMatchObject({ kind: "visit" });
  });

  it("asks for no more questions where all are answered, but for what is missing", () => {
    const pathway = {
      steps: [{ step: "consultation" as const, state: "next" as const, detail: "", missing: [] }],
      next: null,
      bookableFrom: null,
    };
    const answers = Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }])) as never;
    const intake = { answers, concerns: [], finishedAt: null, version: 2 };
    expect(nextStepOf(facts({ pathway, intake }))).toEqual({ kind: "questions", open: 0 });
    const assented = consentsWith({ treatment: "missing", assent: "given" });
    const minor = facts({ pathway, intake, isMinor: true, consents: assented });
    expect(nextStepOf(minor).kind).toBe("guardian");
    expect(nextStepOf({ ...minor, relation: "guardian" })).toMatchObject({ kind: "sign", text: { id: "treatment" } });
  });

  it("says that a course has ended early, and how far it went", () => {
    const sessions = [{ performedOn: "2026-07-06" }, { performedOn: "2026-08-10" }, { performedOn: null }];
    const ended = { state: "abandoned", plannedSessions: 3, sessions } as never;
    const pathway = {
      steps: [
        { step: "consultation" as const, state: "done" as const, detail: "", missing: [] },
        { step: "plan" as const, state: "stopped" as const, detail: "", missing: [] },
      ],
      next: null,
      bookableFrom: null,
    };
    expect(nextStepOf(facts({ courses: [ended], pathway }))).toEqual({ kind: "ended", done: 2, of: 3 });
    const completed = { state: "completed", plannedSessions: 3, sessions } as never;
    expect(nextStepOf(facts({ courses: [completed, ended], pathway })).kind).toBe("result");
  });

  it("asks a minor for the assent, then waits for the guardian", () => {
    const missing = consentsWith({ treatment: "missing", assent: "missing" });
    expect(nextStepOf(facts({ isMinor: true, consents: missing }))).toMatchObject({ text: { id: "assent" } });
    const assented = consentsWith({ treatment: "missing", assent: "given" });
    expect(nextStepOf(facts({ isMinor: true, consents: assented })).kind).toBe("guardian");
    expect(nextStepOf(facts({ isMinor: true, relation: "guardian", consents: missing }))).toMatchObject({
      text: { id: "treatment" },
    });
  });

  it("is the soonest visit that still comes", () => {
    const visits = [visit("2027-03-01", "booked"), visit("2027-02-01", "cancelled"), visit("2027-02-09", "booked")];
    expect(nextStepOf(facts({ visits }))).toMatchObject({ kind: "visit", visit: { day: "2027-02-09" } });
  });
});

describe("answers from home", () => {
  it("drop the details of a yes when it becomes a no", () => {
    const yes = { diabetes: { answer: "yes", control: "controlled" } };
    expect(withAnswer(yes, "diabetes", "no")).toEqual({ diabetes: { answer: "no" } });
  });

  it("drop a date that no longer belongs to the choice beside it", () => {
    const details = {
      status: { kind: "choice", ask: "", options: {} },
      stoppedOn: { kind: "past-date", ask: "", onlyWhen: { detail: "status", is: "stopped" } },
    } as const;
    const given = { answer: "yes", status: "stopped", stoppedOn: "2026-01-01" };
    expect(withDetail(given, details, { name: "status", value: "current" })).toEqual({
      answer: "yes",
      status: "current",
    });
  });

  it("are sent without a list entry that names nothing", () => {
    const answers = { recentProcedures: { answer: "yes", procedures: [{ on: "2026-01-01" }] } };
    expect(sendable(answers)).toEqual({ recentProcedures: { answer: "yes" } });
  });

  it("are read over with what was not asked first, then every yes and don't know, and each no last", () => {
    const all = Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }]));
    const { keloid: _unanswered, ...rest } = all;
    const { toRead, no } = reviewOrder({ ...rest, pregnancy: { answer: "yes" }, diabetes: { answer: "unknown" } });
    expect(toRead[0]).toBe("keloid");
    expect([...toRead.slice(1)].sort()).toEqual(["diabetes", "pregnancy"]);
    expect(no).toHaveLength(questionIds.length - 3);
  });

  it("count a question without an answer as open, and I don't know as answered", () => {
    const open = openQuestions({ keloid: { answer: "unknown" } });
    expect(open).toHaveLength(questionIds.length - 1);
    expect(open).not.toContain("keloid");
  });

  it("differ by what they say, not by the order in which it is kept", () => {
    const mine = { keloid: { answer: "yes", history: "family" }, diabetes: { answer: "no" } };
    expect(differing(mine, { diabetes: { answer: "no" }, keloid: { history: "family", answer: "yes" } })).toEqual([]);
    expect(differing(mine, { keloid: { answer: "no" }, diabetes: { answer: "no" } })).toEqual(["keloid"]);
  });

  it("are read back in words", () => {
    const answers = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2027-01-12" } };
    expect(answerWords(answers, "isotretinoin")).toBe("Yes: I have stopped, Tue 12 Jan 2027");
    expect(answerWords(answers, "keloid")).toBe("No answer yet");
  });
});

describe("preparing for a session", () => {
  it("names what this person said, and every answer that was not sure", () => {
    const lines = prepareFrom({ anticoagulant: { answer: "yes" }, keloid: { answer: "unknown" } });
    expect(lines).toContain("You take a blood thinner: keep taking it. Never stop it for a skin treatment.");
    expect(lines.at(-1)).toContain("once");
    expect(lines).toHaveLength(4);
  });

  it("waits after acids as long as the screening does", () => {
    expect(prepareFrom({ topicalActives: { answer: "yes" } })[1]).toContain("3 days before");
  });
});

describe("a check-in", () => {
  it("sends every sign that is due, one without an answer as unknown", () => {
    const sent = allAnswers(7, { fever: "no" });
    expect(Object.keys(sent).toSorted()).toEqual([...signIds].toSorted());
    expect(sent).toMatchObject({ fever: "no", pus: "unknown" });
  });

  it("takes none of these as the least of every sign on the card", () => {
    const card = checkInCards(1).find(({ group }) => group === "infection");
    if (!card) throw new Error("no such card");
    const given = noneOf(card, {});
    expect(given).toMatchObject({ fever: "no", pain: "none" });
    expect(isAnswered(card, given)).toBe(true);
  });

  it("go on, after they were left half way, where the first answer is missing", () => {
    const cards = checkInCards(1);
    const [first, second] = cards;
    if (!(first && second)) throw new Error("no such cards");
    expect(firstOpenCard(cards, {})).toBe(0);
    const given = noneOf(first, {});
    expect(firstOpenCard(cards, given)).toBe(1);
    expect(firstOpenCard(cards, { ...given, [second.questions[0]?.sign ?? ""]: "yes" })).toBe(1);
    const all = cards.reduce((before, card) => noneOf(card, before), {});
    expect(firstOpenCard(cards, all)).toBe(cards.length - 1);
  });

  it("never lets none of these pass over a yes in silence: it is named, and stays unless it is taken back", () => {
    const card = checkInCards(1).find(({ group }) => group === "infection");
    if (!card) throw new Error("no such card");
    expect(otherwiseSaid(card, { fever: "yes", pus: "no", itch: "yes" })).toEqual(["Fever or shivering: Yes"]);
    expect(otherwiseSaid(card, { pus: "no" })).toEqual([]);
    expect(noneOfTheRest(card, { fever: "yes" })).toMatchObject({ fever: "yes", pus: "no", pain: "none" });
    expect(noneOf(card, { fever: "yes", itch: "yes" })).toMatchObject({ fever: "no", itch: "yes" });
  });

  it("names an answer that is not known too, since none of these would take it back", () => {
    const card = checkInCards(1).find(({ group }) => group === "eyes");
    if (!card) throw new Error("no such card");
    expect(otherwiseSaid(card, { eyePain: "unknown" })).toHaveLength(1);
  });

  it("says at once that an emergency does not wait", () => {
    expect(saysEmergency({ troubleBreathing: "yes" })).toBe(true);
    expect(saysEmergency({ redness: "yes", troubleBreathing: "no" })).toBe(false);
  });

  it("counts days from the session to the day it is answered", () => {
    expect(daySinceSession({ dueOn: "2027-01-10", daySinceSession: 1 }, today)).toBe(3);
  });
});

describe("the care plan", () => {
  const plan = {
    sessionId: "s",
    performedOn: "2027-01-08",
    days: [0, 3, 7].map((day) => ({ day, instructions: [] })),
  };

  it("shows today first and goes on with the day before where none is written", () => {
    const days = careDaysOf(plan, today);
    expect(days.sinceSession).toBe(4);
    expect(days.today).toMatchObject({ day: 3, expect: ["Flaking, which may end sooner."] });
    expect(days.past.map(({ day }) => day)).toEqual([0]);
    expect(days.coming.map(({ date }) => date)).toEqual(["2027-01-15"]);
  });
});

describe("consents on one's own screen", () => {
  const checked = { id: "g", identityChecked: "passport" };

  it("are signed by a guardian who was identified where the patient is a minor", () => {
    const minor = { kind: "treatment", isMinor: true, relation: "guardian" } as const;
    expect(signerOf({ ...minor, guardians: [checked] })).toEqual({ signer: "guardian" });
    expect(signerOf({ ...minor, guardians: [{ id: "g", identityChecked: null }] })).toMatchObject({
      why: "guardianUnchecked",
    });
    expect(signerOf({ ...minor, relation: "self", guardians: [checked] })).toMatchObject({ why: "guardianOnly" });
  });

  it("leave the young person's own yes to the young person", () => {
    expect(signerOf({ kind: "assent", isMinor: true, relation: "guardian", guardians: [checked] })).toEqual({
      signer: "patient",
      handOver: true,
    });
  });

  it("can be taken back once, a use of photographs at a time", () => {
    const consent = {
      kind: "photographs",
      purposes: ["record", "teaching"],
      withdrawals: [],
    } as unknown as ConsentView;
    expect(standingUses(consent)).toEqual(["record", "teaching"]);
    const withdrawals = [{ purpose: "teaching" as const, reason: "", by: "", at: "" }];
    expect(standingUses({ ...consent, withdrawals })).toEqual(["record"]);
  });

  it("show the marks of sources as footnotes, not as letters", () => {
    expect(paragraphsOf("One. [S14] [practice]\n\nTwo.")).toEqual([
      { text: "One.", sources: ["S14"] },
      { text: "Two.", sources: [] },
    ]);
  });
});
