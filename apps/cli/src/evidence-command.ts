import { clinicalStatements, sourcesUnusedBy } from "@fibril/contract";
import { constants, isSourceId, type SourceId, sourceById, sourceIds, tierOf } from "@fibril/evidence";
import { foundingRuleSet, type ListedRule, reasonOf, rulesOf } from "@fibril/suitability";
import { type CommandStreams, invalidInput } from "./json-command.ts";

/** `fibril evidence list`: every source, figure, screening rule and statement, with tiers. Exit status 2 for any further word. */
export async function listEvidence(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  if (words.length > 0) return refuseWord(write, `unknown word ${words.join(" ")}`);
  const answer = {
    sources: sourceIds.map(sourceById),
    constants: constantRows(),
    rules: ruleRows(),
    statements: statementRows(),
    unused: sourcesUnusedBy(clinicalStatements(foundingRuleSet)).map(({ id }) => id),
  };
  await write(`${JSON.stringify(answer)}\n`);
  return 0;
}

/** `fibril evidence show ID`: one source and what cites it, or the rules, figures and statements of one id. */
export async function showEvidence(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  const [id = "", ...others] = words;
  if (others.length > 0) return refuseWord(write, "give one id");
  const answer = isSourceId(id) ? { source: sourceById(id), citedBy: citing(id) } : statementsOf(id);
  if (answer === null) return refuseWord(write, `no such source, rule, figure or statement: ${id}`);
  await write(`${JSON.stringify(answer)}\n`);
  return 0;
}

/** `fibril evidence unused`: the sources that no statement of any part cites. Patients' pages may still cite them. */
export async function unusedEvidence(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  if (words.length > 0) return refuseWord(write, `unknown word ${words.join(" ")}`);
  await write(`${JSON.stringify({ unused: sourcesUnusedBy(clinicalStatements(foundingRuleSet)) })}\n`);
  return 0;
}

async function refuseWord(write: CommandStreams["write"], message: string): Promise<2> {
  await write(`${invalidInput([{ path: "", message }])}\n`);
  return 2;
}

function statementsOf(id: string) {
  const rules = ruleRows().filter((row) => row.rule === id);
  const figures = constantRows().filter((row) => row.constant === id);
  const said = statementRows().filter((row) => row.id === id || row.id.startsWith(`${id}:`));
  if (rules.length + figures.length + said.length === 0) return null;
  const cited = [...rules, ...figures, ...said, ...said.flatMap((row) => row.found)];
  const sources = cited.flatMap((row) => row.sources.filter(isSourceId));
  return { rules, constants: figures, statements: said, sources: [...new Set(sources)].map(sourceById) };
}

function citing(id: SourceId) {
  const cites = (row: { readonly sources: readonly string[] }) => row.sources.includes(id);
  return {
    rules: ruleRows().filter((row) => cites(row) || row.found.some(cites)),
    constants: constantRows().filter(cites),
    statements: statementRows().filter((row) => cites(row) || row.found.some(cites)),
  };
}

function statementRows() {
  return clinicalStatements(foundingRuleSet).map((statement) => ({
    ...statement,
    tier: tierOf(statement.sources),
    reviewedBy: null,
  }));
}

function constantRows() {
  return Object.entries(constants).map(([constant, row]) => ({ constant, ...row, tier: tierOf(row.sources) }));
}

function ruleRows() {
  return rulesOf(foundingRuleSet).map(ruleRow);
}

function ruleRow({ question, row }: ListedRule) {
  const { id, verdict, sources, found = [] } = row;
  const { id: set, version, reviewedBy } = foundingRuleSet;
  return {
    rule: id,
    question,
    verdict,
    wait: "wait" in row ? (row.wait ?? null) : null,
    range: "range" in row ? (row.range ?? null) : null,
    reason: reasonOf(row),
    found,
    sources,
    tier: tierOf(sources),
    ruleSet: { id: set, version, reviewedBy },
  };
}
