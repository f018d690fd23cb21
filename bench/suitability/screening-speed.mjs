import { performance } from "node:perf_hooks";
import { addDays, addMonths, ageOn, daysBetween } from "@fibril/kernel";
import { foundingRuleSet, parseScreening, questionIds, rulesOf, screen } from "@fibril/suitability";
import { Engine } from "json-rules-engine";
import { randomDocuments } from "./random-documents.mjs";

const screenings = randomDocuments(2000, 7).map((document) => {
  const parsed = parseScreening(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
});

const ours = measureOurs();
const parsing = measureParsing();
const theirs = await measureTheirs();
console.log(`screen              ${format(ours)} evaluations/s`);
console.log(`parse and screen    ${format(parsing)} evaluations/s`);
console.log(`json-rules-engine   ${format(theirs)} evaluations/s`);
console.log(
  `ratio screen : json-rules-engine = ${(ours / theirs).toFixed(0)} : 1, same verdict for all ${screenings.length}`,
);

function measureOurs() {
  return perSecond(100, () => {
    let findings = 0;
    for (const screening of screenings) findings += screen(screening).findings.length;
    return findings;
  });
}

function measureParsing() {
  const texts = screenings.map((screening) => JSON.stringify(screening));
  return perSecond(30, () => {
    let findings = 0;
    for (const text of texts) {
      const parsed = parseScreening(JSON.parse(text));
      if (parsed.ok) findings += screen(parsed.value).findings.length;
    }
    return findings;
  });
}

function format(figure) {
  return Math.round(figure).toLocaleString("en-GB").padStart(9);
}

/** The first rounds warm up and are not counted. */
function perSecond(rounds, run) {
  for (let round = 0; round < 5; round += 1) run();
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) run();
  return (rounds * screenings.length * 1000) / (performance.now() - start);
}

async function measureTheirs() {
  const engine = new Engine(engineRules(), { allowUndefinedFacts: true });
  const cases = screenings.map((screening) => ({ facts: factsOf(screening), verdict: screen(screening).verdict }));
  for (const { facts } of cases.slice(0, 200)) await engine.run(facts);
  const start = performance.now();
  const verdicts = [];
  for (const { facts } of cases) {
    const { events } = await engine.run(facts);
    verdicts.push(mostCautious(events.map(({ type }) => type)));
  }
  const elapsedMs = performance.now() - start;
  const different = cases.filter(({ verdict }, index) => verdict !== verdicts[index]);
  if (different.length > 0) throw new Error(`${different.length} verdicts differ`);
  return (cases.length * 1000) / elapsedMs;
}

function mostCautious(types) {
  const order = ["do-not-treat", "refer", "defer", "incomplete", "adapt"];
  return order.find((verdict) => types.includes(verdict)) ?? "suitable";
}

/** One engine rule for each row and one for each unanswered question. */
function engineRules() {
  const rows = rulesOf(foundingRuleSet).map(({ question, row }) => ({
    conditions: { all: question === null ? patientConditions(row.when) : questionConditions(question, row) },
    event: { type: row.verdict, params: { rule: row.id } },
  }));
  const unanswered = ["fitzpatrick", ...questionIds].map((name) => ({
    conditions: { all: [condition(`answer.${name}`, "equal", "unknown")] },
    event: { type: "incomplete", params: { rule: `unanswered.${name}` } },
  }));
  return [...rows, ...unanswered];
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

/** What the engine is given: answers and details as they stand, and the days to go until each wait ends. */
function factsOf({ asOf, patient, request, answers }) {
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
