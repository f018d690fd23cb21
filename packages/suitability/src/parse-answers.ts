import { type Fields, isFields, isGiven, joinPath } from "@fibril/kernel";
import { type Detail, detailsOf, type QuestionId, questionIds } from "./questions.ts";
import { type Reading, readPastDay } from "./read-past-day.ts";

const answerField = "answer";

/** The answers by question, without what was left out; details are taken beside "yes" alone. */
export function parseAnswers(value: unknown, reading: Reading): Fields {
  const given = reading.fields(value, "answers", questionIds);
  const answers: Record<string, unknown> = {};
  for (const question of questionIds) {
    if (isGiven(given[question])) answers[question] = parseAnswer(question, given[question], reading);
  }
  return answers;
}

function parseAnswer(question: QuestionId, value: unknown, reading: Reading): Fields {
  const path = `answers.${question}`;
  const details = detailsOf(question);
  if (!isFields(value)) return reading.note(path, 'must be an object with "answer"') ?? {};
  const given = reading.fields(value, path, [answerField, ...Object.keys(details)]);
  const answer = reading.option(given[answerField], `${path}.answer`, ["yes", "no", "unknown"]);
  const taken = readDetails(details, given, path, reading);
  if (answer === "no" || answer === "unknown") {
    for (const name of Object.keys(taken)) reading.note(joinPath(path, name), `belongs to "yes", not to "${answer}"`);
  }
  return { answer, ...taken };
}

function readDetails(details: Readonly<Record<string, Detail>>, given: Fields, path: string, reading: Reading): Fields {
  const taken: Record<string, unknown> = {};
  for (const [name, detail] of Object.entries(details)) {
    if (!isGiven(given[name])) continue;
    taken[name] = readDetail(detail, given[name], joinPath(path, name), reading);
    noteContradiction(detail, given, joinPath(path, name), reading);
  }
  return taken;
}

/** A date that belongs to one option beside another: the day stopped of a medicine still taken. */
function noteContradiction(detail: Detail, given: Fields, path: string, reading: Reading): void {
  if (detail.kind !== "past-date" || detail.onlyWhen === undefined) return;
  const { detail: name, is } = detail.onlyWhen;
  if (isGiven(given[name]) && given[name] !== is) reading.note(path, `belongs to ${name} "${is}" alone`);
}

function readDetail(detail: Detail, value: unknown, path: string, reading: Reading): unknown {
  switch (detail.kind) {
    case "choice":
      return reading.option(value, path, Object.keys(detail.options));
    case "past-date":
      return readPastDay(value, path, reading);
    case "flag":
      return typeof value === "boolean" ? value : reading.note(path, "must be true or false");
    case "text":
      return typeof value === "string" ? value : reading.note(path, "must be a text");
    case "list":
      return readList(detail, value, path, reading);
    default:
      return detail satisfies never;
  }
}

function readList(detail: Detail & { kind: "list" }, value: unknown, path: string, reading: Reading): unknown {
  if (!Array.isArray(value)) return reading.note(path, "must be a list");
  if (value.length === 0) return reading.note(path, 'must not be empty beside "yes"');
  return value.map((entry, index) => {
    const at = joinPath(path, index);
    if (!isFields(entry)) return reading.note(at, "must be an object");
    const given = reading.fields(entry, at, Object.keys(detail.of));
    if (!isGiven(given[detail.required])) reading.note(joinPath(at, detail.required), "is required");
    return readDetails(detail.of, given, at, reading);
  });
}
