import { constants, isSourceId, type SourceId, sourceById, sourceIds, tierOf } from "@fibril/evidence";
import { foundingRuleSet, type ListedRule, reasonOf, rulesOf } from "@fibril/suitability";
import { type CommandStreams, invalidInput } from "./json-command.ts";

/** `fibril evidence list`: every source, figure and screening rule, with tiers. Exit status 2 for any further word. */
export async function listEvidence(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  if (words.length > 0) return refuseWord(write, `unknown word ${words.join(" ")}`);
  const answer = { sources: sourceIds.map(sourceById), constants: constantRows(), rules: ruleRows() };
  await write(`${JSON.stringify(answer)}\n`);
  return 0;
}

/** `fibril evidence show ID`: one source and what cites it, or one rule or figure and what it rests on. */
export async function showEvidence(words: readonly string[], { write }: CommandStreams): Promise<0 | 2> {
  const [id = "", ...others] = words;
  if (others.length > 0) return refuseWord(write, "give one id");
  const answer = isSourceId(id) ? { source: sourceById(id), citedBy: citing(id) } : statementsOf(id);
  if (answer === null) return refuseWord(write, `no such source, rule or figure: ${id}`);
  await write(`${JSON.stringify(answer)}\n`);
  return 0;
}

async function refuseWord(write: CommandStreams["write"], message: string): Promise<2> {
  await write(`${invalidInput([{ path: "", message }])}\n`);
  return 2;
}

function statementsOf(id: string) {
  const rules = ruleRows().filter((row) => row.rule === id);
  const figures = constantRows().filter((row) => row.constant === id);
  if (rules.length + figures.length === 0) return null;
  const found = rules.flatMap((row) => row.found);
  const sources = [...rules, ...figures, ...found].flatMap((row) => row.sources.filter(isSourceId));
  return { rules, constants: figures, sources: [...new Set(sources)].map(sourceById) };
}

function citing(id: SourceId) {
  const cites = (row: { readonly sources: readonly string[] }) => row.sources.includes(id);
  return {
    rules: ruleRows().filter((row) => cites(row) || row.found.some(cites)),
    constants: constantRows().filter(cites),
  };
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
