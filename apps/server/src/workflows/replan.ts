import { planGreedily } from "@fibril/booking";
import { ChangeReplanBody, PlanAgainBody, ReplanCausesView, ReplanView } from "@fibril/contract";
import { listKnownCauses } from "../features/replanning/facts-store.ts";
import { stopSolving } from "../features/replanning/solve-in-thread.ts";
import { insertReplan, lockReplan, replaceLines, updateReplan } from "../features/replanning/store.ts";
import { invalid, problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { planOpenLines, replanAcceptRoutes } from "./replan-accept.ts";
import { listDisplaced, loadCases, nameCause, type SiteCase } from "./replan-case.ts";
import { improveAside, improvingSeconds } from "./replan-improve.ts";
import { OneReplan, readReplanView } from "./replan-view.ts";

/** After this nobody waits any more, even if the process that looked for a better plan is gone. */
const patienceSeconds = improvingSeconds + 10;

const listReplanCauses = clinicRoute({
  method: "GET",
  path: "/api/replan-causes",
  operationId: "listReplanCauses",
  summary: "What is closed or away from today on, and how many booked visits can't be where they are for it.",
  answers: { 200: ReplanCausesView },
  run: async ({ tx, clinicId, today }) => {
    const causes = await listKnownCauses(tx, clinicId, today);
    const counted = [];
    for (const known of causes) {
      const displaced = await listDisplaced(tx, clinicId, known.cause, today);
      counted.push({ ...known, visits: displaced.length });
    }
    return answer(200, { causes: counted });
  },
});

const planAgain = clinicRoute({
  method: "POST",
  path: "/api/replans",
  operationId: "planAgain",
  summary: "Proposes new places for the visits that a closed day or an absence displaces; moves nothing yet.",
  body: PlanAgainBody,
  answers: { 201: ReplanView },
  run: async (asked) => {
    const { tx, clinicId, body, today, now, newId, caller, record, services } = asked;
    const { cause, mayMoveOthers } = body;
    if (cause.kind === "absence" && cause.toDay < cause.fromDay)
      return invalid("cause.toDay", "is before the first day");
    const name = await nameCause(tx, clinicId, cause);
    if (name === null) return problem("not-found");
    const cases = await loadCases(tx, clinicId, { cause, mayMoveOthers, today, now });
    const replanId = newId();
    const improvingUntil = new Date(now.getTime() + patienceSeconds * 1000);
    await insertReplan(
      tx,
      clinicId,
      { id: replanId, cause, name, mayMoveOthers, improvingUntil, createdBy: caller.name },
      now,
    );
    await keepFirstAnswer({ tx, clinicId }, replanId, cases);
    if (cases.length === 0) await updateReplan(tx, clinicId, { id: replanId, version: 1, state: "ready" });
    else improveAside({ services, clinicId, replanId, cases, improvingUntil });
    const displaced = cases.reduce((sum, site) => sum + site.case.sessions.filter(isDisplaced).length, 0);
    record({ action: "planned", noun: "replan", subjectId: replanId, detail: { cause, displaced } });
    const view = await readReplanView(asked, replanId);
    return view ? answer(201, view) : problem("not-found");
  },
});

function isDisplaced({ role }: SiteCase["case"]["sessions"][number]): boolean {
  return role === "displaced";
}

async function keepFirstAnswer(
  { tx, clinicId }: { readonly tx: Parameters<typeof replaceLines>[0]; readonly clinicId: string },
  replanId: string,
  cases: readonly SiteCase[],
): Promise<void> {
  for (const { siteId, visits, case: given } of cases) {
    await replaceLines(tx, clinicId, { replanId, siteId, visits, answer: planGreedily(given) });
  }
}

const readReplan = clinicRoute({
  method: "GET",
  path: "/api/replans/:replanId",
  operationId: "readReplan",
  summary: "A plan as it stands, and whether a better one is still being looked for.",
  params: OneReplan,
  answers: { 200: ReplanView },
  run: async (asked) => {
    const view = await readReplanView(asked, asked.params.replanId);
    return view ? answer(200, view) : problem("not-found");
  },
});

const stopReplan = clinicRoute({
  method: "POST",
  path: "/api/replans/:replanId/stop",
  operationId: "stopReplan",
  summary: "Stops looking for a better plan; the one that stands stays.",
  params: OneReplan,
  body: ChangeReplanBody,
  answers: { 200: ReplanView },
  run: async (asked) => {
    const { tx, clinicId, params, record } = asked;
    const replan = await lockReplan(tx, clinicId, params.replanId);
    if (!replan) return problem("not-found");
    await stopSolving(replan.id);
    if (replan.state === "improving") await updateReplan(tx, clinicId, { ...pick(replan), state: "ready" });
    record({ action: "stopped", noun: "replan", subjectId: replan.id });
    const view = await readReplanView(asked, replan.id);
    return view ? answer(200, view) : problem("not-found");
  },
});

const renewReplan = clinicRoute({
  method: "POST",
  path: "/api/replans/:replanId/renewal",
  operationId: "renewReplan",
  summary: "Proposes places anew for the visits that are not moved yet, from what is free now.",
  params: OneReplan,
  body: ChangeReplanBody,
  answers: { 200: ReplanView },
  run: async (asked) => {
    const { tx, clinicId, params, record, now, services } = asked;
    const replan = await lockReplan(tx, clinicId, params.replanId);
    if (!replan) return problem("not-found");
    await stopSolving(replan.id);
    const cases = await planOpenLines(asked, replan);
    const improvingUntil = new Date(now.getTime() + patienceSeconds * 1000);
    const state = cases.length === 0 ? "ready" : "improving";
    await updateReplan(tx, clinicId, {
      ...pick(replan),
      state,
      way: "first",
      is_proven: false,
      improving_until: improvingUntil,
    });
    if (cases.length > 0) improveAside({ services, clinicId, replanId: replan.id, cases, improvingUntil });
    record({ action: "planned again", noun: "replan", subjectId: replan.id });
    const view = await readReplanView(asked, replan.id);
    return view ? answer(200, view) : problem("not-found");
  },
});

function pick({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, version };
}

export const replanRoutes = [listReplanCauses, planAgain, readReplan, stopReplan, renewReplan, ...replanAcceptRoutes];
