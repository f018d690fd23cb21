import type { PathwayStep, PathwayView } from "@fibril/contract";
import { dayText } from "../platform/clock/day-text.ts";

/** What the pathway is told; each fact from the feature that owns it. */
export interface PathwayFacts {
  /** Names of questions and choices that the consultation still lacks. */
  readonly consultationMissing: readonly string[];
  readonly decision: {
    readonly permits: boolean;
    readonly bookableFrom: string | null;
    readonly verdict: string;
  } | null;
  readonly answersChanged: boolean;
  readonly preconditionsOpen: readonly string[];
  readonly consentMissing: readonly string[];
  readonly course: {
    readonly state: "planned" | "under-way" | "completed" | "abandoned";
    readonly planned: number;
    readonly signed: number;
    readonly nextDay: string | null;
  } | null;
  readonly checkInsOpen: number;
  readonly tasksOpen: number;
  /** Whether a scale or photograph was taken at least four weeks after the last session. */
  readonly resultMeasured: boolean;
  readonly today: string;
}

type Step = PathwayView["steps"][number];

/** The seven stops of one patient, and the one next step. */
export function pathwayOf(facts: PathwayFacts): PathwayView {
  const judged = [
    consultation(facts),
    suitability(facts),
    consent(facts),
    plan(facts),
    sessions(facts),
    recovery(facts),
    result(facts),
  ];
  const first = judged.findIndex(({ state }) => state !== "done");
  const steps = judged.map((step, index) =>
    index > first && step.state === "next" ? { ...step, state: "later" as const } : step,
  );
  const current = steps[first];
  return {
    steps,
    next: current && current.state !== "waiting" ? { step: current.step, action: actionOf(current) } : null,
    bookableFrom: facts.decision?.bookableFrom ?? null,
  };
}

const actions: Readonly<Record<PathwayStep, string>> = {
  consultation: "Complete the consultation",
  suitability: "Decide on suitability",
  consent: "Take consent",
  plan: "Plan and book the course",
  sessions: "Go to the session",
  recovery: "Look at the check-ins",
  result: "Measure the result",
};

/** A course that ended early is not planned on: whoever comes back has another. */
function actionOf({ step, state }: Step): string {
  return step === "plan" && state === "stopped" ? "Plan another course" : actions[step];
}

function done(step: PathwayStep, detail: string): Step {
  return { step, state: "done", detail, missing: [] };
}

function consultation({ consultationMissing: missing }: PathwayFacts): Step {
  if (missing.length === 0) return done("consultation", "Everything was asked");
  return { step: "consultation", state: "next", detail: `${missing.length} still to ask`, missing: [...missing] };
}

function suitability({ decision, answersChanged, today }: PathwayFacts): Step {
  const step = "suitability";
  if (!decision) return { step, state: "next", detail: "Not decided yet", missing: ["signed decision"] };
  if (answersChanged)
    return { step, state: "next", detail: "Answers changed since it was signed", missing: ["new decision"] };
  if (decision.permits) return done(step, decision.verdict);
  if (!decision.bookableFrom) return { step, state: "stopped", detail: decision.verdict, missing: [] };
  if (decision.bookableFrom > today)
    return { step, state: "waiting", detail: `Not before ${dayText(decision.bookableFrom)}`, missing: [] };
  return { step, state: "next", detail: "The waiting time is over", missing: ["new decision"] };
}

function consent({ consentMissing: missing }: PathwayFacts): Step {
  if (missing.length === 0) return done("consent", "Given");
  return { step: "consent", state: "next", detail: `Missing: ${missing.join(", ")}`, missing: [...missing] };
}

function plan({ course }: PathwayFacts): Step {
  if (!course) return { step: "plan", state: "next", detail: "No course yet", missing: ["course"] };
  if (course.state === "abandoned")
    return { step: "plan", state: "stopped", detail: "The course ended early", missing: [] };
  return done("plan", `${course.planned} sessions`);
}

function sessions({ course, preconditionsOpen, today }: PathwayFacts): Step {
  const step = "sessions";
  if (!course) return { step, state: "next", detail: "After the course is booked", missing: [] };
  if (course.state === "completed") return done(step, `${course.signed} of ${course.planned} done`);
  const detail = `${course.signed} of ${course.planned} done${course.nextDay ? `, next ${dayText(course.nextDay)}` : ""}`;
  const isLater = course.nextDay !== null && course.nextDay > today;
  return { step, state: isLater ? "waiting" : "next", detail, missing: [...preconditionsOpen] };
}

function recovery({ course, checkInsOpen, tasksOpen }: PathwayFacts): Step {
  const step = "recovery";
  if (tasksOpen > 0)
    return { step, state: "next", detail: "Somebody must look at a check-in", missing: ["acknowledgement"] };
  if (!course || course.signed === 0) return { step, state: "next", detail: "After the first session", missing: [] };
  if (checkInsOpen > 0)
    return { step, state: "waiting", detail: `${checkInsOpen} check-ins to come or unanswered`, missing: [] };
  return done(step, "All check-ins answered");
}

function result({ resultMeasured, course }: PathwayFacts): Step {
  if (resultMeasured && course?.state === "completed") return done("result", "Measured");
  return {
    step: "result",
    state: "next",
    detail: "Four weeks or more after the last session",
    missing: ["measurement"],
  };
}
