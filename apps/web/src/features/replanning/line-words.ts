import { forGood, type ReplanCause, type ReplanLineView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

const { replanning } = messages;

/** What the new place changes for the patient: `3 days later than ideal, other practitioner, 1 hour earlier`. */
export function termWords(terms: NonNullable<ReplanLineView["terms"]>): string {
  const { daysFromIdeal, practitionerChanged, minutesMoved } = terms;
  return [
    idealWords(daysFromIdeal),
    practitionerChanged ? replanning.otherPractitioner : replanning.samePractitioner,
    hourWords(minutesMoved),
  ].join(", ");
}

function idealWords(days: number): string {
  if (days === 0) return replanning.ideal.on;
  return days > 0 ? replanning.ideal.later(days) : replanning.ideal.earlier(-days);
}

function hourWords(minutes: number): string {
  if (minutes === 0) return replanning.sameHour;
  const time = timeWords(Math.abs(minutes));
  return minutes > 0 ? replanning.later(time) : replanning.earlier(time);
}

function timeWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [replanning.hours(hours)] : []), ...(rest > 0 ? [replanning.minutes(rest)] : [])].join(" ");
}

export function causeWords(cause: ReplanCause, name: string): string {
  return cause.kind === "closure"
    ? replanning.closedOn(name, cause.days.map(dayText).join(", "))
    : cause.toDay === forGood
      ? replanning.goneFrom(name, dayText(cause.fromDay))
      : replanning.awayFrom(name, dayText(cause.fromDay), dayText(cause.toDay));
}

export function visitWords({ kind, ordinal }: Pick<ReplanLineView, "kind" | "ordinal">): string {
  return ordinal === null ? replanning.kind[kind] : replanning.session(ordinal);
}

/** The chosen lines with all that they need. */
export function withNeeds(lines: readonly ReplanLineView[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(chosen);
  // A set that grows while it is walked: what a needed line needs is needed too.
  for (const visitId of all) {
    const needed = lines.find((line) => line.visitId === visitId)?.needs ?? [];
    for (const need of needed) {
      if (lines.some((line) => line.visitId === need && line.state === "proposed")) all.add(need);
    }
  }
  return all;
}
