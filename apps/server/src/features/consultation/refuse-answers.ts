import type { CalendarDate, InputIssue } from "@fibril/kernel";
import { parseScreening } from "@fibril/suitability";

/**
 * Every fault of the answers as the screening itself would name it. The rest of a screening is filled in with what is
 * always right, so that answers can be kept before anything else is known.
 */
export function refuseAnswers(answers: Readonly<Record<string, unknown>>, today: CalendarDate): readonly InputIssue[] {
  const parsed = parseScreening({
    asOf: today,
    patient: { birthDate: today, sex: "unknown" },
    request: { concerns: ["dullness"], area: "face", anaesthetic: "none" },
    answers,
  });
  if (!parsed.ok) return parsed.problem;
  const text = JSON.stringify(answers);
  const isStorable = !text.includes("\\u0000") && !/\\ud[89a-f]/i.test(text);
  return isStorable ? [] : [{ path: "answers", message: "have a character that can't be stored" }];
}
