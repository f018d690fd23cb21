export { type AppliedChanges, applyChanges } from "./apply-changes.ts";
export { reasonOf } from "./finding-of.ts";
export { firstLegalDay, type SignedVerdict } from "./first-legal-day.ts";
export { foundingRuleSet } from "./founding-rules.ts";
export { type LoosenProblem, loosen } from "./loosen.ts";
export { parseScreening } from "./parse-screening.ts";
export {
  type Detail,
  detailsOf,
  type Procedure,
  type ProcedureKind,
  type Question,
  type QuestionId,
  questionIds,
  questions,
  type ScreeningAnswer,
} from "./questions.ts";
export { type AffectedPlan, type OpenPlan, reevaluate } from "./reevaluate.ts";
export type {
  Adaptation,
  Condition,
  DocumentedRange,
  FoundPosition,
  MilderPosition,
  PatientCondition,
  PatientRule,
  PreconditionId,
  Rule,
  RuleChange,
  RuleSet,
  Wait,
} from "./rule.ts";
export { type ListedRule, type Precondition, preconditionsOf, rulesOf, sourcesOf } from "./rules-of.ts";
export { screen, treatableFrom } from "./screen.ts";
export { screenDocument } from "./screen-document.ts";
export {
  type Anaesthetic,
  type Area,
  anaesthetics,
  areas,
  type Concern,
  concerns,
  type Finding,
  type Fitzpatrick,
  fitzpatricks,
  type Screening,
  type ScreeningAnswers,
  type ScreeningOutcome,
  type Sex,
  sexes,
  type UntilEvent,
  untilEvents,
} from "./screening.ts";
export { milderInWords, type Setting, settingInWords, settingOf } from "./setting.ts";
export { suitabilityStatements } from "./statements.ts";
export { compareCaution, isTreatable, type Overridable, type Verdict, verdicts } from "./verdict.ts";
export { inWords } from "./wait.ts";
