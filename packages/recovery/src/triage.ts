import { type EvidenceTier, tierOf } from "@fibril/evidence";
import { type SignAnswers, type SignId, signIds, signOf } from "./signs.ts";
import { type TriageRow, triageRows } from "./triage-rows.ts";
import { mostUrgent, type Urgency, urgencies, urgencyOf } from "./urgency.ts";
import type { WhatWasDone } from "./what-was-done.ts";

export interface CheckIn {
  /** Whole days since the session, 0 on its day. */
  readonly daySinceSession: number;
  readonly done: Pick<WhatWasDone, "anaesthetic">;
  readonly answers: SignAnswers;
}

export interface TriageFinding {
  readonly row: string;
  readonly urgency: Urgency;
  readonly sign: SignId;
  readonly answer: string;
  /** For professionals. */
  readonly thinkOf: string;
  readonly action: string;
  readonly sources: readonly string[];
  readonly tier: EvidenceTier;
}

export interface TriageOutcome {
  readonly urgency: Urgency;
  /** Most urgent first, then in the order of the table. */
  readonly rows: readonly TriageFinding[];
  /** Signs whose answer is unknown; each counts as the most urgent row it could be. */
  readonly unknown: readonly SignId[];
  readonly advice: string;
}

/** What a patient is told; no cause is named. */
export const adviceFor = {
  emergency: "Call the emergency services now. Wipe off any numbing cream.",
  "same-day": "A clinician must see you today. The clinic calls you; if it gets worse, go to urgent care.",
  "24-hours": "A clinician must look at this within 24 hours. Stop all products on the skin.",
  "48-hours": "A clinician must look at this within 48 hours. Stop all products on the skin.",
  "1-week": "Someone must look at this within a week. Protect the skin from the sun.",
  expected: "Your answers fit the usual course. Answer again at once if something changes.",
} as const satisfies Record<Urgency, string>;

/**
 * How soon somebody must look, from what a patient reports on a day after the session.
 *
 * An answer that is unknown or was due and not given counts as the worst level of its sign. More or worse signs never
 * lower the urgency: each row holds for its level and every worse one, and the most urgent row decides.
 * Source: the triage table; a clinician must confirm it.
 */
export function triage(checkIn: CheckIn): TriageOutcome {
  const unknown = signIds.filter((sign) => isUnknown(sign, checkIn));
  const rows = triageRows.filter((row) => holds(row, checkIn)).map((row) => findingOf(row, checkIn));
  const urgency = mostUrgent(rows.map((found) => found.urgency));
  return {
    urgency,
    rows: urgencies.flatMap((level) => rows.filter((found) => found.urgency === level)),
    unknown,
    advice: adviceFor[urgency],
  };
}

function isUnknown(sign: SignId, { answers, daySinceSession }: CheckIn): boolean {
  const answer = answers[sign];
  return answer === "unknown" || (answer === undefined && daySinceSession >= signOf(sign).askedFromDay);
}

function holds(row: TriageRow, checkIn: CheckIn): boolean {
  const { fromDay = 0, toDay = Number.POSITIVE_INFINITY } = row;
  if (checkIn.daySinceSession < fromDay || checkIn.daySinceSession > toDay) return false;
  if (row.onlyAfterAnaesthetic && checkIn.done.anaesthetic === false) return false;
  return levelOf(row.sign, checkIn) >= signOf(row.sign).levels.indexOf(row.atLeast);
}

function levelOf(sign: SignId, checkIn: CheckIn): number {
  const { levels } = signOf(sign);
  if (isUnknown(sign, checkIn)) return levels.length - 1;
  return levels.indexOf(checkIn.answers[sign] ?? "");
}

function findingOf(row: TriageRow, { answers }: CheckIn): TriageFinding {
  return {
    row: row.id,
    urgency: urgencyOf(row.within),
    sign: row.sign,
    answer: answers[row.sign] ?? "unknown",
    thinkOf: row.thinkOf,
    action: row.action,
    sources: row.sources,
    tier: tierOf(row.sources),
  };
}
