import type { PathwayStep, PathwayView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import type { PathwayStop, StopState } from "../../ui/pathway-line.tsx";

const states = {
  done: "done",
  next: "next",
  later: "waiting",
  waiting: "waiting",
  stopped: "blocked",
} as const satisfies Record<PathwayView["steps"][number]["state"], StopState>;

/** The stops as the line draws them. The server leaves causes out for those who don't treat. */
export function stopsOf({ steps }: PathwayView): PathwayStop[] {
  return steps.map(({ step, state, detail }) => ({ stop: step, state: states[state], detail: detailInWords(detail) }));
}

export const pageOfStep = {
  consultation: "/patients/$patientId/consultation",
  suitability: "/patients/$patientId/suitability",
  consent: "/patients/$patientId/consent",
  plan: "/patients/$patientId/course",
  sessions: "/today",
  recovery: "/tasks",
  result: "/patients/$patientId/measurements",
} as const satisfies Record<PathwayStep, string>;

const recordPages = {
  consultation: pageOfStep.consultation,
  suitability: pageOfStep.suitability,
  consent: pageOfStep.consent,
  plan: pageOfStep.plan,
  result: pageOfStep.result,
} as const;

/** The patient's own page behind a stop; null where it has none, or where it is for those who treat. */
export function recordPageOf(step: PathwayStep, seesClinical: boolean) {
  if (step === "sessions" || step === "recovery") return null;
  return seesClinical || step === "plan" ? recordPages[step] : null;
}

/** The first few, and how many more there are. */
export function shortList(items: readonly string[], length: number): string[] {
  if (items.length <= length + 1) return [...items];
  return [...items.slice(0, length), messages.patient.andMore(items.length - length)];
}

/** Days written out, and a verdict by its word. */
function detailInWords(detail: string): string {
  const verdicts: Readonly<Record<string, string>> = messages.ui.verdicts;
  return verdicts[detail] ?? detail.replaceAll(/\d{4}-\d{2}-\d{2}/g, dayText);
}
