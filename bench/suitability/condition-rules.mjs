import { addDays, addMonths, ageOn, daysBetween } from "@fibril/kernel";
import { foundingRuleSet, questionIds, rulesOf } from "@fibril/suitability";

/** The founding rows as plain conditions over facts: one for each row and one for each unanswered question. */
export function conditionRules() {
  const rows = rulesOf(foundingRuleSet).map(({ question, row }) => ({
    verdict: row.verdict,
    all: question === null ? patientConditions(row.when) : questionConditions(question, row),
  }));
  const unanswered = ["fitzpatrick", ...questionIds].map((name) => ({
    verdict: "incomplete",
    all: [condition(`answer.${name}`, "equal", "unknown")],
  }));
  return [...rows, ...unanswered];
}

/** Every fact that a rule reads. */
export function factNames() {
  return [...new Set(conditionRules().flatMap(({ all }) => all.map(({ fact }) => fact)))];
}

function condition(fact, operator, value) {
  return { fact, operator, value };
}

function questionConditions(question, { id, when, after }) {
  const conditions = [condition(`answer.${question}`, "equal", "yes")];
  if (when && "anaesthetic" in when) conditions.push(condition("anaesthetic", "in", when.anaesthetic));
  if (when && "detail" in when && question !== "recentProcedures") {
    conditions.push(condition(`detail.${question}.${when.detail}`, "in", [...when.is, "unknown"]));
  }
  if (after) conditions.push(condition(`daysToGo.${id}`, "greaterThan", 0));
  return conditions;
}

function patientConditions(when) {
  if ("ageFrom" in when) {
    return [
      condition("ageYears", "greaterThanInclusive", when.ageFrom),
      condition("ageYears", "lessThanInclusive", when.ageTo),
    ];
  }
  if ("concern" in when) return [condition("concerns", "contains", when.concern)];
  return [condition("answer.fitzpatrick", "in", when.fitzpatrick)];
}

/** What an engine is given: answers and details as they stand, and the days to go until each wait ends. */
export function factsOf({ asOf, patient, request, answers }) {
  const facts = {
    "answer.fitzpatrick": patient.fitzpatrick ?? "unknown",
    ageYears: ageOn(patient.birthDate, asOf),
    concerns: request.concerns,
    anaesthetic: request.anaesthetic,
  };
  for (const question of questionIds) facts[`answer.${question}`] = answers[question]?.answer ?? "unknown";
  const asked = rulesOf(foundingRuleSet).filter(({ question }) => question !== null);
  for (const { question, row } of asked) Object.assign(facts, rowFacts(row, answers[question] ?? {}, question, asOf));
  return facts;
}

function rowFacts(row, given, question, asOf) {
  const facts = {};
  if (row.when?.detail) facts[`detail.${question}.${row.when.detail}`] = given[row.when.detail] ?? "unknown";
  if (row.after) facts[`daysToGo.${row.id}`] = daysToGo(row, given, question, asOf);
  return facts;
}

function daysToGo(row, given, question, asOf) {
  const dates = question === "recentProcedures" ? procedureDates(row, given) : [given[row.after]];
  return Math.max(0, ...dates.map((date) => (date === undefined ? 1e6 : daysBetween(asOf, endOf(row.wait, date)))));
}

function procedureDates(row, { procedures }) {
  if (procedures === undefined) return row.id === "proc.surgery" ? [undefined] : [];
  return procedures.filter(({ kind, inArea }) => row.when.is.includes(kind) && inArea !== false).map(({ on }) => on);
}

function endOf({ unit, count }, date) {
  return unit === "days" ? addDays(date, count) : addMonths(date, count);
}
