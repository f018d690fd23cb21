import { type Detail, detailsOf, type QuestionId, questionIds } from "@fibril/suitability";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

const text = messages.suitability;
const facts: Readonly<Record<string, string>> = text.patientFacts;
const { names, answers: words } = messages.consultation;

/** One answer that a finding used, in words: `isotretinoin.stoppedOn` is “isotretinoin, the last day: Tue 12 Jan 2027”. */
export function answerInWords(path: string, answers: Readonly<Record<string, unknown>>): string {
  const [head = path, ...rest] = path.split(/[.[\]]+/).filter(Boolean);
  const name = names[head] ?? facts[head] ?? head;
  const question = questionIds.find((id) => id === head);
  if (!question) return name;
  const value = rest.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), answers[head]);
  const detail = detailAt(question, rest);
  if (detail) return text.detail(name, detail.ask, valueInWords(value, detail));
  const answer = isRecord(value) ? value["answer"] : undefined;
  return text.answer(name, answer === "yes" || answer === "no" || answer === "unknown" ? words[answer] : words.none);
}

function detailAt(question: QuestionId, steps: readonly string[]): Detail | null {
  let details = detailsOf(question);
  let found: Detail | null = null;
  for (const step of steps.filter((name) => !/^\d+$/.test(name))) {
    found = details[step] ?? null;
    details = found?.kind === "list" ? found.of : {};
  }
  return found;
}

function valueInWords(value: unknown, detail: Detail): string {
  if (typeof value === "boolean") return value ? text.flag.yes : text.flag.no;
  if (typeof value !== "string") return words.unknown;
  if (detail.kind === "choice") return detail.options[value] ?? value;
  return detail.kind === "past-date" ? dayText(value) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
