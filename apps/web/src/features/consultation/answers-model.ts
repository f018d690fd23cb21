import { type Detail, detailsOf, type QuestionId } from "@fibril/suitability";
import { askedOrder } from "./question-groups.ts";

export type AnswerWord = "yes" | "no" | "unknown";
export type Answer = { readonly answer: AnswerWord } & Readonly<Record<string, unknown>>;
/** Answers by question; one left out was not asked. */
export type Answers = Readonly<Record<string, unknown>>;

export function answerOf(answers: Answers, question: string): Answer | null {
  const given = answers[question];
  return isAnswer(given) ? given : null;
}

/** Details belong to "yes" alone; null takes the answer back, as if it had not been asked. */
export function withAnswer(answers: Answers, question: string, word: AnswerWord | null): Answers {
  const { [question]: before, ...others } = answers;
  if (word === null) return others;
  return {
    ...answers,
    [question]: word === "yes" && isAnswer(before) ? { ...before, answer: word } : { answer: word },
  };
}

/** Sets one detail of a "yes"; undefined leaves it unknown. What only belonged to another choice goes with it. */
export function withDetail(answers: Answers, question: QuestionId, name: string, value: unknown): Answers {
  const before = answerOf(answers, question);
  if (before?.answer !== "yes") return answers;
  const next = keepFitting(detailsOf(question), { ...before, [name]: value });
  return { ...answers, [question]: next };
}

/** Whether a detail is asked beside the others: the day somebody stopped only where they did stop. */
export function isDetailAsked(detail: Detail, given: Readonly<Record<string, unknown>>): boolean {
  return detail.kind !== "past-date" || !detail.onlyWhen || given[detail.onlyWhen.detail] === detail.onlyWhen.is;
}

export function keepFitting(
  details: Readonly<Record<string, Detail>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      const detail = details[name];
      return value !== undefined && value !== "" && (!detail || isDetailAsked(detail, given));
    }),
  );
}

export function askedCount(answers: Answers): number {
  return askedOrder.filter((question) => answerOf(answers, question)).length;
}

/** The next question that was not asked, after a given one and around; null where all were. */
export function nextUnasked(answers: Answers, after: string | null): QuestionId | null {
  const order: readonly (string | null)[] = askedOrder;
  const start = order.indexOf(after) + 1;
  const turned = [...askedOrder.slice(start), ...askedOrder.slice(0, start)];
  return turned.find((question) => !answerOf(answers, question)) ?? null;
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== "object" || value === null || !("answer" in value)) return false;
  return value.answer === "yes" || value.answer === "no" || value.answer === "unknown";
}
