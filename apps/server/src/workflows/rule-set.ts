import {
  Id,
  PreviewRuleChangeBody,
  RuleChangePreview,
  RuleSetView,
  type SignedChangeView,
  SignRuleChangeBody,
} from "@fibril/contract";
import {
  applyChanges,
  foundingRuleSet,
  type LoosenProblem,
  loosen,
  milderInWords,
  type RuleChange,
  type RuleSet,
  reasonOf,
  rulesOf,
  type Setting,
  settingInWords,
  settingOf,
} from "@fibril/suitability";
import { z } from "zod";
import * as store from "../features/rule-set/store.ts";
import { findSubject } from "../lookups/patient.ts";
import { appliedChanges, currentRuleSet } from "../lookups/rule-set.ts";
import { findSigner } from "../lookups/staff.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { type ProvenSigner, provenSigner } from "./proven-signer.ts";
import { affectedView, openTasks, plansAffectedBy } from "./rule-set-plans.ts";

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "now" | "today" | "newId" | "caller" | "record" | "send" | "services"
>;

const readRuleSet = clinicRoute({
  method: "GET",
  path: "/api/rule-set",
  operationId: "readRuleSet",
  summary:
    "The screening rules with a setting, of the clinic or of one person, how far each may be changed, and all changes.",
  query: z.strictObject({ patientId: Id.optional() }),
  answers: { 200: RuleSetView },
  run: async (asked) => {
    const patientId = asked.query.patientId ?? null;
    if (patientId !== null && !(await findSubject(asked.tx, asked.clinicId, patientId, asked.today)))
      return problem("not-found");
    return answer(200, await ruleSetView(asked, patientId));
  },
});

const previewRuleChange = clinicRoute({
  method: "POST",
  path: "/api/rule-set/previews",
  operationId: "previewRuleChange",
  summary: "Who would be affected by a changed rule. Changes nothing.",
  body: PreviewRuleChangeBody,
  answers: { 200: RuleChangePreview },
  asks: true,
  run: async ({ tx, clinicId, body, today }) => {
    if (body.patientId !== null && !(await findSubject(tx, clinicId, body.patientId, today)))
      return problem("not-found");
    const { ruleSet } = await appliedChanges(tx, clinicId, body.patientId);
    const signedBy = { name: "-", registration: "-", role: body.patientId ? "prescriber" : "practitioner" } as const;
    const change: RuleChange = { ...proposed(body), signedBy, signedOn: today, reason: "-" };
    const changed = loosen(ruleSet, change);
    if (!changed.ok) return refusal(changed.problem);
    const [before, after] = [settingIn(ruleSet, body.rule), settingIn(changed.value, body.rule)];
    const affected = await plansAffectedBy(tx, clinicId, { patientId: body.patientId, change, today });
    const says = saysOf(changed.value, body.rule);
    return answer(200, { setVersion: ruleSet.version, before, after, says, affected: affected.map(affectedView) });
  },
});

const signRuleChange = clinicRoute({
  method: "POST",
  path: "/api/rule-set/changes",
  operationId: "signRuleChange",
  summary: "A named clinician signs a changed rule inside its documented range; plans that it affects become tasks.",
  body: SignRuleChangeBody,
  answers: { 201: RuleSetView },
  run: async (asked) => {
    const { tx, clinicId, body, today } = asked;
    await store.lockRules(tx, clinicId);
    if (body.patientId !== null && !(await findSubject(tx, clinicId, body.patientId, today)))
      return problem("not-found");
    if ((body.patientId === null) !== (body.prescriber === null))
      return invalid("prescriber", "a change for one person, and only that, names its prescriber");
    const { ruleSet } = await appliedChanges(tx, clinicId, body.patientId);
    if (ruleSet.version !== body.setVersionShown)
      return problem("stale-version", {
        current: await ruleSetView(asked, body.patientId),
        detail: "The rules were changed meanwhile.",
      });
    const signer = await provenSigner(asked, body.password);
    if (signer instanceof Problem) return signer;
    const refused = await keepChange(asked, { body, ruleSet, signer });
    return refused ?? answer(201, await ruleSetView(asked, body.patientId));
  },
});

export const ruleSetRoutes = [readRuleSet, previewRuleChange, signRuleChange];

interface ToKeep {
  readonly body: SignRuleChangeBody;
  readonly ruleSet: RuleSet;
  readonly signer: ProvenSigner;
}

async function keepChange(asked: Asked, { body, ruleSet, signer }: ToKeep): Promise<Problem | null> {
  const { tx, clinicId, now, today, newId, record } = asked;
  const { patientId, prescriber, reason } = body;
  const change: RuleChange = {
    ...proposed(body),
    signedBy: prescriber
      ? { name: prescriber.name, registration: prescriber.registration, role: "prescriber" }
      : { name: signer.name, registration: signer.registration, role: "practitioner" },
    signedOn: today,
    reason,
  };
  const changed = loosen(ruleSet, change);
  if (!changed.ok) return refusal(changed.problem);
  const [before, after] = [settingIn(ruleSet, body.rule), settingIn(changed.value, body.rule)];
  if (before.count === after.count) return invalid("count", "is what holds already");
  const affected = await plansAffectedBy(tx, clinicId, { patientId, change, today });
  const id = newId();
  const kept = {
    id,
    rule: body.rule,
    unit: before.unit,
    countBefore: before.count,
    countAfter: after.count,
    reason,
    setVersion: changed.value.version,
    signer,
    signedOn: today,
    ordinal: (await store.countChanges(tx, clinicId, patientId)) + 1,
  };
  if (patientId !== null && prescriber !== null) {
    await store.insertPersonalChange(tx, clinicId, { ...kept, patientId, prescriber }, now);
  } else {
    await store.insertSharedChange(tx, clinicId, { ...kept, plansAffected: affected.length }, now);
  }
  const detail = {
    rule: body.rule,
    from: settingInWords(before),
    to: settingInWords(after),
    version: kept.setVersion,
    reason,
  };
  record({
    action: "signed",
    noun: "rule change",
    subjectId: id,
    ...(patientId === null ? {} : { patientId }),
    detail,
  });
  await openTasks(asked, affected, { changeId: id, rule: body.rule, before, after });
  return null;
}

function proposed({ rule, count, patientId }: PreviewRuleChangeBody): Pick<RuleChange, "rule" | "count" | "scope"> {
  return { rule, count, scope: patientId === null ? { kind: "clinic" } : { kind: "person", patientId } };
}

function refusal(found: LoosenProblem): Problem {
  switch (found.code) {
    case "no-such-wait":
      return invalid("rule", "is no rule with a wait or a milder position");
    case "no-documented-range":
      return invalid("rule", "has no documented range, so that it can't be changed");
    case "outside-documented-range":
      return invalid("count", `must be from ${found.min} to ${found.max}, the range that was documented`);
    case "per-person-only":
      return invalid("patientId", "is changed for one person only, never for everyone");
    case "prescriber-only":
      return invalid("prescriber", "is decided by a prescriber");
    case "not-signed":
      return invalid(found.missing, "is missing");
    default:
      return found satisfies never;
  }
}

/** What a rule says as it now holds: the first of its rows. */
function saysOf(ruleSet: RuleSet, rule: string): string {
  const listed = rulesOf(ruleSet).find(({ row }) => row.id === rule);
  if (!listed) throw new Error(`no rule ${rule}`);
  return reasonOf(listed.row);
}

function settingIn(ruleSet: RuleSet, rule: string): Setting {
  const setting = settingOf(ruleSet, rule);
  if (!setting) throw new Error(`no setting in ${rule}`);
  return setting;
}

async function ruleSetView(
  { tx, clinicId, caller }: Pick<Asked, "tx" | "clinicId" | "caller">,
  patientId: string | null,
): Promise<RuleSetView> {
  const ruleSet = await currentRuleSet(tx, clinicId, patientId);
  const signer = await findSigner(tx, caller);
  const registration = signer?.registration ?? null;
  const maySign = (caller.role === "owner" || caller.role === "practitioner") && registration !== null;
  return {
    id: ruleSet.id,
    version: ruleSet.version,
    reviewedBy: ruleSet.reviewedBy,
    rules: adjustable(ruleSet),
    changes: await changesView({ tx, clinicId }),
    signer: { maySign, name: caller.name, registration },
  };
}

function adjustable(ruleSet: RuleSet): RuleSetView["rules"] {
  const ids = [...new Set(rulesOf(ruleSet).map(({ row }) => row.id))];
  return ids.flatMap((rule) => {
    const setting = settingOf(ruleSet, rule);
    if (!setting) return [];
    const { unit, count, range } = setting;
    const rows = rulesOf(ruleSet).flatMap(({ row }) => (row.id === rule ? [row] : []));
    const milder = rows.flatMap((row) => ("milder" in row && row.milder ? [milderInWords(row.milder)] : []));
    return [
      {
        rule,
        says: saysOf(ruleSet, rule),
        setting: { unit, count },
        foundingCount: settingOf(foundingRuleSet, rule)?.count ?? count,
        range,
        milder: milder[0] ?? null,
        found: rows.flatMap(({ found = [] }) => found.map(({ says, sources }) => ({ says, sources: [...sources] }))),
        sources: [...new Set(rows.flatMap(({ sources }) => [...sources]))],
      },
    ];
  });
}

/** Every change with the reason why it no longer holds, where the product's own range became narrower since. */
async function changesView({ tx, clinicId }: Pick<Asked, "tx" | "clinicId">): Promise<SignedChangeView[]> {
  const changes = await store.listChanges(tx, clinicId);
  return changes.map((change) => ({ ...change, refused: refusedNow(change) }));
}

function refusedNow({ rule, countAfter, patient }: Pick<SignedChangeView, "rule" | "countAfter" | "patient">) {
  const scope = patient ? ({ kind: "person", patientId: patient.id } as const) : ({ kind: "clinic" } as const);
  const signedBy = { name: "-", registration: "-", role: patient ? "prescriber" : "practitioner" } as const;
  const change = { rule, count: countAfter, scope, signedBy, signedOn: "2000-01-01", reason: "-" };
  const [refused] = applyChanges(foundingRuleSet, [change]).refused;
  return refused ? (refusal(refused.problem).view.issues?.[0]?.message ?? "is no longer allowed") : null;
}
