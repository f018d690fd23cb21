import { type Detail, detailsOf, type QuestionId } from "@fibril/suitability";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { answerOf, entriesOf, type Given, givenOf, type IntakeAnswers } from "./intake-answers.ts";

/** An answer as it is read back: "Yes: I have stopped, Tue 12 Jan 2027". */
export function answerWords(answers: IntakeAnswers, question: QuestionId): string {
  const text = messages.portal.forms;
  const answer = answerOf(answers, question);
  if (answer === null) return text.noAnswer;
  const details = detailWords(detailsOf(question), givenOf(answers, question));
  return details.length > 0 ? `${text.answers[answer]}: ${details.join(", ")}` : text.answers[answer];
}

function detailWords(details: Readonly<Record<string, Detail>>, given: Given): readonly string[] {
  return Object.entries(details).flatMap(([name, detail]) => wordsOf(detail, given, name));
}

function wordsOf(detail: Detail, given: Given, name: string): readonly string[] {
  const value = given[name];
  if (detail.kind === "list") return entriesOf(given, name).map((entry) => detailWords(detail.of, entry).join(", "));
  if (typeof value === "boolean") return [`${detail.ask} ${messages.portal.forms.answers[value ? "yes" : "no"]}`];
  if (typeof value !== "string") return [];
  if (detail.kind === "choice") return [detail.options[value] ?? value];
  return [detail.kind === "past-date" ? dayText(value) : value];
}
