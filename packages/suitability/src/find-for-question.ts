import type { CalendarDate } from "@fibril/kernel";
import { findingOf, incompleteFinding } from "./finding-of.ts";
import { type Detail, detailsOf, type QuestionId, questionIds, questions } from "./questions.ts";
import type { Condition, Rule, RuleSet } from "./rule.ts";
import type { Finding, Screening } from "./screening.ts";
import { compareCaution } from "./verdict.ts";
import { endOf, roughDays } from "./wait.ts";

export interface Collect {
  readonly findings: Finding[];
  readonly missing: string[];
}

type Given = Readonly<Record<string, unknown>>;

/** One "yes", or one entry of its list, with where it stands in the answers. */
interface Yes {
  readonly path: string;
  readonly given: Given;
  readonly screening: Screening;
}

type Fit = "fits" | "may-fit" | "no";

/** A question not asked, or answered "unknown": incomplete, with the sources of its strictest row. */
export function unanswered(question: QuestionId, wasAsked: boolean, ruleSet: RuleSet, { findings, missing }: Collect) {
  missing.push(question);
  findings.push(
    incompleteFinding({
      rule: `unanswered.${question}`,
      reason: `${wasAsked ? "Answered unknown" : "Not asked"}: ${questions[question].ask}`,
      because: wasAsked ? [question] : [],
      sources: strictestOf(ruleSet.questions[question]).sources,
    }),
  );
}

/** The one row of a question that a "yes" fires, or one for each kind of entry in its list. */
export function findForQuestion(question: QuestionId, screening: Screening, ruleSet: RuleSet, collect: Collect): void {
  const yes = { path: question, given: screening.answers[question] as Given, screening };
  const list = lists.get(question);
  const entries = list && (yes.given[list.name] as readonly Given[] | undefined);
  if (list && entries) {
    findForList({ list, entries, rules: ruleSet.questions[question] }, yes, collect);
    return;
  }
  noteMissing(detailsOf(question), yes, collect);
  const finding = findOne(ruleSet.questions[question], yes);
  if (finding !== null) collect.findings.push(finding);
}

interface ListDetail {
  readonly name: string;
  readonly of: Readonly<Record<string, Detail>>;
}

/** The questions whose details are a list. */
const lists: ReadonlyMap<QuestionId, ListDetail> = new Map(
  questionIds.flatMap((question) =>
    Object.entries(detailsOf(question)).flatMap(([name, detail]) =>
      detail.kind === "list" ? [[question, { name, of: detail.of }] as const] : [],
    ),
  ),
);

interface ListAnswer {
  readonly list: ListDetail;
  readonly entries: readonly Given[];
  readonly rules: readonly Rule[];
}

function findForList({ list, entries, rules }: ListAnswer, { path, screening }: Yes, collect: Collect): void {
  const found = entries.flatMap((given, index) => {
    const entry = { path: `${path}.${list.name}.${index}`, given, screening };
    noteMissing(list.of, entry, collect);
    const { inArea } = given;
    const finding = inArea === false ? null : findOne(rules, entry);
    return finding === null ? [] : [finding];
  });
  collect.findings.push(...laterOfEachRule(found));
}

/** Two procedures of one kind give one finding with the later day; a day that is not known could be the latest. */
function laterOfEachRule(found: readonly Finding[]): Iterable<Finding> {
  const later = new Map<string, Finding>();
  for (const finding of found) {
    const other = later.get(finding.rule);
    if (other === undefined || isLater(finding.notBefore, other.notBefore)) later.set(finding.rule, finding);
  }
  return later.values();
}

function isLater(day: CalendarDate | null, other: CalendarDate | null): boolean {
  return other !== null && (day === null || day > other);
}

function noteMissing(details: Readonly<Record<string, Detail>>, { path, given }: Yes, { missing }: Collect): void {
  for (const name in details) {
    const detail = details[name];
    if (detail !== undefined && given[name] === undefined && isNeeded(detail, given)) missing.push(`${path}.${name}`);
  }
}

function isNeeded(detail: Detail, given: Given): boolean {
  switch (detail.kind) {
    case "text":
      return false;
    case "flag":
      return detail.whenLeftOut === undefined;
    case "past-date":
      return detail.onlyWhen === undefined || given[detail.onlyWhen.detail] === detail.onlyWhen.is;
    case "choice":
    case "list":
      return true;
    default:
      return detail satisfies never;
  }
}

/** The first row that fits, or, where a detail is unknown, the strictest that may fit before it. */
function findOne(rules: readonly Rule[], yes: Yes): Finding | null {
  const candidates: Rule[] = [];
  for (const rule of rules) {
    const fit = fitOf(rule, yes);
    if (fit !== "no") candidates.push(rule);
    if (fit === "fits") break;
  }
  const [first, ...others] = candidates;
  return first === undefined ? null : ruleFinding(strictestOf([first, ...others]), yes);
}

function fitOf(rule: Rule, yes: Yes): Fit {
  const condition = rule.when === undefined ? "fits" : conditionFit(rule.when, yes);
  if (condition === "no" || rule.after === undefined) return condition;
  const notBefore = notBeforeOf(rule, yes);
  if (notBefore === null) return "may-fit";
  return yes.screening.asOf < notBefore ? condition : "no";
}

function conditionFit(when: Condition, { given, screening }: Yes): Fit {
  if ("anaesthetic" in when) return when.anaesthetic.includes(screening.request.anaesthetic) ? "fits" : "no";
  const value = given[when.detail] as string | boolean | undefined;
  if (value === undefined) return "may-fit";
  return when.is.includes(value) ? "fits" : "no";
}

function notBeforeOf({ after, wait }: Rule, { given }: Yes): CalendarDate | null {
  const from = after === undefined ? undefined : (given[after] as CalendarDate | undefined);
  return from === undefined || wait === undefined ? null : endOf(wait, from);
}

function ruleFinding(rule: Rule, yes: Yes): Finding {
  const notBefore = notBeforeOf(rule, yes);
  const dateMissing = rule.after !== undefined && notBefore === null;
  return findingOf(rule, {
    notBefore,
    until: dateMissing ? "date-known" : (rule.until ?? null),
    because: becauseOf(rule, yes),
  });
}

/** The date where one decided, else the detail that did, else the "yes" itself. */
function becauseOf({ after, when }: Rule, { path, given }: Yes): readonly string[] {
  if (after !== undefined && given[after] !== undefined) return [`${path}.${after}`];
  if (when === undefined) return [path];
  if ("anaesthetic" in when) return [path, "request.anaesthetic"];
  return [given[when.detail] === undefined ? path : `${path}.${when.detail}`];
}

/** The most cautious verdict, of equal ones the longest wait, of equal ones the first. */
export function strictestOf(rules: readonly [Rule, ...Rule[]]): Rule {
  return rules.reduce((strictest, rule) => {
    const order = compareCaution(rule.verdict, strictest.verdict) || roughDays(strictest.wait) - roughDays(rule.wait);
    return order < 0 ? rule : strictest;
  });
}
