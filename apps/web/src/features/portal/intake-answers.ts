import { type Detail, detailsOf, type QuestionId, questionIds } from "@fibril/suitability";

export type IntakeAnswers = Readonly<Record<string, unknown>>;
export type Given = Readonly<Record<string, unknown>>;
export type AnswerWord = "yes" | "no" | "unknown";

export function givenOf(answers: IntakeAnswers, question: string): Given {
  const given = answers[question];
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Given) : {};
}

export function answerOf(answers: IntakeAnswers, question: string): AnswerWord | null {
  const { answer } = givenOf(answers, question);
  return answer === "yes" || answer === "no" || answer === "unknown" ? answer : null;
}

/** Details belong to "yes" alone: another answer drops them. */
export function withAnswer(answers: IntakeAnswers, question: QuestionId, answer: AnswerWord): IntakeAnswers {
  return { ...answers, [question]: answer === "yes" ? { ...givenOf(answers, question), answer } : { answer } };
}

/** An empty value is unknown and so is left out. A date that no longer belongs to the choice beside it goes too. */
export function withDetail(
  given: Given,
  details: Readonly<Record<string, Detail>>,
  { name, value }: { readonly name: string; readonly value: unknown },
): Given {
  const changed = { ...given, [name]: value === "" || value === null ? undefined : value };
  return Object.fromEntries(
    Object.entries(changed).filter(([key, kept]) => {
      const detail = details[key];
      return kept !== undefined && (detail === undefined || isAsked(detail, changed));
    }),
  );
}

/** Whether a detail is asked beside what else was said. */
export function isAsked(detail: Detail, given: Given): boolean {
  return detail.kind !== "past-date" || !detail.onlyWhen || given[detail.onlyWhen.detail] === detail.onlyWhen.is;
}

export function entriesOf(given: Given, name: string): readonly Given[] {
  const entries = given[name];
  return Array.isArray(entries) ? (entries as readonly Given[]) : [];
}

/** As the server takes them: list entries that name nothing yet, and lists left empty, are not sent. */
export function sendable(answers: IntakeAnswers): Record<string, unknown> {
  return Object.fromEntries(
    questionIds.flatMap((question) => {
      if (answerOf(answers, question) === null) return [];
      return [[question, withoutEmptyLists(question, givenOf(answers, question))]];
    }),
  );
}

function withoutEmptyLists(question: QuestionId, given: Given): Given {
  const details = detailsOf(question);
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const detail = details[name];
      if (detail?.kind !== "list") return [[name, value]];
      const named = entriesOf(given, name).filter((entry) => entry[detail.required] !== undefined);
      return named.length > 0 ? [[name, named]] : [];
    }),
  );
}

export function openQuestions(answers: IntakeAnswers): readonly QuestionId[] {
  return questionIds.filter((question) => answerOf(answers, question) === null);
}

/** What is worth a second look first: no answer, then any that is not "no"; the rest only says "no". */
export function reviewOrder(answers: IntakeAnswers): {
  readonly toRead: readonly QuestionId[];
  readonly no: readonly QuestionId[];
} {
  const said = questionIds.filter((question) => ["yes", "unknown"].includes(answerOf(answers, question) ?? ""));
  return {
    toRead: [...openQuestions(answers), ...said],
    no: questionIds.filter((question) => answerOf(answers, question) === "no"),
  };
}

/** The questions whose answers are not the same on both sides, in the order of the form. */
export function differing(mine: IntakeAnswers, theirs: IntakeAnswers): readonly QuestionId[] {
  const [left, right] = [sendable(mine), sendable(theirs)];
  return questionIds.filter((question) => canonical(left[question]) !== canonical(right[question]));
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
        : part,
    ) ?? ""
  );
}
