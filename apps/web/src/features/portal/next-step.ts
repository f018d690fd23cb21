import type {
  AftercareView,
  CheckInView,
  ConsentsView,
  ConsentTextView,
  CourseView,
  MyIntakeView,
  PathwayView,
  VisitView,
} from "@fibril/contract";
import { type CalendarDate, daysBetween } from "@fibril/kernel";
import { questionIds } from "@fibril/suitability";

export interface MyFacts {
  readonly today: string;
  readonly isMinor: boolean;
  readonly relation: "self" | "guardian";
  readonly pathway: PathwayView;
  readonly intake: MyIntakeView;
  readonly consents: ConsentsView;
  readonly visits: readonly VisitView[];
  readonly checkIns: readonly CheckInView[];
  readonly courses: readonly CourseView[];
  readonly plans: readonly AftercareView[];
}

export type NextStep =
  | { readonly kind: "check-in"; readonly checkIn: CheckInView; readonly day: number }
  | { readonly kind: "flag"; readonly checkIn: CheckInView }
  | { readonly kind: "questions"; readonly open: number }
  | { readonly kind: "sign"; readonly text: ConsentTextView }
  | { readonly kind: "guardian" }
  | { readonly kind: "care"; readonly day: number }
  | { readonly kind: "visit"; readonly visit: VisitView }
  /** Consent was taken back; `day` is the session that is booked all the same. */
  | { readonly kind: "withdrawn"; readonly day: string | null }
  | { readonly kind: "ended"; readonly done: number; readonly of: number }
  | { readonly kind: "result" | "wait" | "ask" };

/** Days after a session in which the care plan comes before the next visit. */
const careDays = 7;

/** The one thing that this person does next. A check-in that is due goes first: it may find what cannot wait. */
export function nextStepOf(facts: MyFacts): NextStep {
  return (
    checkInStep(facts) ??
    flagStep(facts) ??
    questionsStep(facts) ??
    signStep(facts) ??
    careStep(facts) ??
    withdrawnStep(facts) ??
    visitStep(facts) ??
    restStep(facts)
  );
}

/** The newest check-in that has fallen due; older ones that were missed no longer tell anything. */
export function openCheckIn(checkIns: readonly CheckInView[]): CheckInView | null {
  const fallen = checkIns.filter(({ state }) => state !== "to-come");
  const newest = fallen.toSorted((left, right) => (left.dueOn < right.dueOn ? 1 : -1))[0];
  return newest && newest.state !== "answered" ? newest : null;
}

/** The check-in answered last, by which the clinic goes. */
export function lastAnswered(checkIns: readonly CheckInView[]): CheckInView | null {
  const answered = checkIns.filter(({ answeredAt }) => answeredAt !== null);
  return answered.toSorted((left, right) => ((left.answeredAt ?? "") < (right.answeredAt ?? "") ? 1 : -1))[0] ?? null;
}

/** What somebody reported and nobody at the clinic has looked at yet. */
function flagStep({ checkIns }: MyFacts): NextStep | null {
  const checkIn = lastAnswered(checkIns);
  const isOpen = checkIn !== null && checkIn.urgency !== "expected" && checkIn.lookedAt === null;
  return isOpen ? { kind: "flag", checkIn } : null;
}

/** Whole days since the session on `today`, which is what the triage counts with. */
export function daySinceSession(checkIn: Pick<CheckInView, "dueOn" | "daySinceSession">, today: string): number {
  const late = daysBetween(checkIn.dueOn as CalendarDate, today as CalendarDate);
  return Math.max(0, checkIn.daySinceSession + late);
}

function checkInStep({ checkIns, today }: MyFacts): NextStep | null {
  const checkIn = openCheckIn(checkIns);
  return checkIn && { kind: "check-in", checkIn, day: daySinceSession(checkIn, today) };
}

/** A minor's consultation stays open until the guardian has consented: with every answer there, that comes first. */
function questionsStep({ pathway, intake, isMinor }: MyFacts): NextStep | null {
  const isDone = pathway.steps.some(({ step, state }) => step === "consultation" && state === "done");
  if (isDone || intake.finishedAt !== null) return null;
  const open = questionIds.filter((id) => intake.answers[id] === undefined).length;
  return open === 0 && isMinor ? null : { kind: "questions", open };
}

/** What was taken back is not asked for again: only what is missing or was replaced by a newer text. */
function signStep({ consents: { state, texts }, isMinor, relation }: MyFacts): NextStep | null {
  const isOpen = (standing: string | null) =>
    standing === "missing" || standing === "outdated" || standing === "outgrown";
  const textOf = (kind: ConsentTextView["kind"]) => texts.find((text) => text.kind === kind);
  const bySelf = isMinor && relation === "self";
  const assent = isOpen(state.assent) && bySelf ? textOf("assent") : undefined;
  if (assent) return { kind: "sign", text: assent };
  const treatment = isOpen(state.treatment) ? textOf("treatment") : undefined;
  if (treatment) return bySelf ? { kind: "guardian" } : { kind: "sign", text: treatment };
  const photographs = state.photographsAsked || bySelf ? undefined : textOf("photographs");
  return photographs ? { kind: "sign", text: photographs } : null;
}

function careStep({ plans, today }: MyFacts): NextStep | null {
  const newest = plans[0];
  if (!newest) return null;
  const day = daysBetween(newest.performedOn as CalendarDate, today as CalendarDate);
  return day >= 0 && day <= careDays ? { kind: "care", day } : null;
}

/** Nothing is prepared for that will not be done. */
function withdrawnStep(facts: MyFacts): NextStep | null {
  const { treatment, assent } = facts.consents.state;
  if (treatment !== "withdrawn" && assent !== "withdrawn") return null;
  const [visit] = comingVisits(facts);
  return visit && visit.kind !== "session" ? null : { kind: "withdrawn", day: visit?.day ?? null };
}

function visitStep(facts: MyFacts): NextStep | null {
  const [visit] = comingVisits(facts);
  return visit ? { kind: "visit", visit } : null;
}

const coming = ["booked", "late", "arrived", "in-room"];

function comingVisits({ visits, today }: MyFacts): readonly VisitView[] {
  return visits
    .filter(({ state, day }) => coming.includes(state) && day >= today)
    .toSorted((left, right) => (`${left.day} ${left.start}` < `${right.day} ${right.start}` ? -1 : 1));
}

function restStep({ pathway, courses }: MyFacts): NextStep {
  const [newest] = courses;
  if (newest?.state === "abandoned") {
    const done = newest.sessions.filter(({ performedOn }) => performedOn !== null).length;
    return { kind: "ended", done, of: newest.plannedSessions };
  }
  if (courses.some(({ state }) => state === "completed")) return { kind: "result" };
  return { kind: pathway.steps.some(({ state }) => state === "stopped") ? "ask" : "wait" };
}
