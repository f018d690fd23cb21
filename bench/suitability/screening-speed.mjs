import { parseScreening, screen } from "@fibril/suitability";
import { factsOf } from "./condition-rules.mjs";
import { cqlExecution } from "./cql-execution.mjs";
import { jsonRulesEngine } from "./json-rules-engine.mjs";
import { randomDocuments } from "./random-documents.mjs";

const screenings = randomDocuments(2000, 7).map((document) => {
  const parsed = parseScreening(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
});

const ours = measureOurs();
const parsing = measureParsing();
console.log(`screen              ${format(ours)} evaluations a CPU second`);
console.log(`parse and screen    ${format(parsing)} evaluations a CPU second`);
await compare("json-rules-engine", jsonRulesEngine());
await compare("cql-execution", cqlExecution());

async function compare(name, verdictOf) {
  const theirs = await measureEngine(verdictOf);
  const ratio = `${(ours / theirs).toFixed(0)} : 1 for screen, same verdict for all ${screenings.length}`;
  console.log(`${name.padEnd(19)} ${format(theirs)} evaluations a CPU second, ${ratio}`);
}

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

/** Processor time, so that neighbours on a shared machine don't count. */
function cpuMsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function format(figure) {
  return Math.round(figure).toLocaleString("en-GB").padStart(9);
}

/** The first rounds warm up and are not counted. */
function perSecond(rounds, run) {
  for (let round = 0; round < 5; round += 1) run();
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) run();
  return (rounds * screenings.length * 1000) / cpuMsSince(start);
}

/** Gives every case to an engine, checks its verdicts against ours, and times it. */
async function measureEngine(verdictOf) {
  const cases = screenings.map((screening) => ({ facts: factsOf(screening), verdict: screen(screening).verdict }));
  for (const { facts } of cases.slice(0, 200)) await verdictOf(facts);
  const start = process.cpuUsage();
  const verdicts = [];
  for (const { facts } of cases) verdicts.push(mostCautious(await verdictOf(facts)));
  const elapsedMs = cpuMsSince(start);
  const different = cases.filter(({ verdict }, index) => verdict !== verdicts[index]);
  if (different.length > 0) throw new Error(`${different.length} verdicts differ`);
  return (cases.length * 1000) / elapsedMs;
}

function mostCautious(types) {
  const order = ["do-not-treat", "refer", "defer", "incomplete", "adapt"];
  return order.find((verdict) => types.includes(verdict)) ?? "suitable";
}
