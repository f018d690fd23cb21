import { type Statement, statementsIn } from "@fibril/evidence";
import { expectedCourse } from "./expected-course.ts";
import { instructions } from "./instructions.ts";
import { signOf } from "./signs.ts";
import { type TriageRow, triageRows } from "./triage-rows.ts";
import { urgencyOf, type Within } from "./urgency.ts";

/** Every row of the tables of recovery as a statement. */
export function recoveryStatements(): readonly Statement[] {
  return [
    ...statementsIn(
      "recovery",
      "Triage",
      triageRows.map((row) => ({
        id: row.id,
        says: triageWords(row),
        sources: row.sources,
        range: hoursFound(row.within),
      })),
    ),
    ...statementsIn(
      "recovery",
      "What is usual",
      expectedCourse.map(({ fromHour, toHour, expect, sources }) => ({
        id: `hours-${fromHour}-${toHour}`,
        says: `${fromHour} to ${toHour} hours: ${expect}`,
        sources,
      })),
    ),
    ...statementsIn(
      "recovery",
      "Aftercare",
      instructions.map(({ id, words, sources }) => ({ id: `aftercare.${id}`, says: words, sources })),
    ),
  ];
}

function triageWords({ sign, atLeast, fromDay, toDay, within, thinkOf, action }: TriageRow): string {
  const { ask, levels, labels } = signOf(sign);
  const level = labels[levels.indexOf(atLeast)] ?? atLeast;
  return `${ask}: ${level.toLowerCase()}${daysInWords(fromDay, toDay)}. ${urgencyWords[urgencyOf(within)]}. ${thinkOf}. ${action}`;
}

function daysInWords(fromDay?: number, toDay?: number): string {
  if (fromDay !== undefined && toDay !== undefined) return `, days ${fromDay} to ${toDay}`;
  if (fromDay !== undefined) return `, from day ${fromDay}`;
  return toDay === undefined ? "" : `, up to day ${toDay}`;
}

const urgencyWords = {
  emergency: "Emergency",
  "same-day": "Same day",
  "24-hours": "Within 24 hours",
  "48-hours": "Within 48 hours",
  "1-week": "Within a week",
  expected: "Usual course",
} as const;

function hoursFound(within: Within): string | null {
  if (typeof within === "string") return null;
  const [from, to] = within.hours;
  return from === to ? null : `${from} to ${to} hours; the shorter counts`;
}
