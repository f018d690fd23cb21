import { planGreedily } from "@fibril/booking";
import { AcceptReplanBody, ReplanAcceptedView, type ReplanCause } from "@fibril/contract";
import type { Place } from "../features/booking/claim-store.ts";
import { stopSolving } from "../features/replanning/solve-in-thread.ts";
import {
  listLines,
  lockReplan,
  markLine,
  type Replan,
  replaceLines,
  type StoredLine,
  updateReplan,
} from "../features/replanning/store.ts";
import { violates } from "../platform/database/database.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { loadCases } from "./replan-case.ts";
import { type MadeMove, moveTogether, type PlannedMove } from "./replan-move.ts";
import { OneReplan, readReplanView } from "./replan-view.ts";
import { type Told, tellOfMoves, untell } from "./tell-of-moves.ts";

type Asked = ClinicAsked<typeof OneReplan, undefined, typeof AcceptReplanBody>;

const acceptReplan = clinicRoute({
  method: "POST",
  path: "/api/replans/:replanId/acceptance",
  operationId: "acceptReplan",
  summary: "Moves the visits of a plan, all that have a place or the named ones: every one of them or none.",
  params: OneReplan,
  body: AcceptReplanBody,
  answers: { 200: ReplanAcceptedView },
  run: async (asked) => {
    const replan = await lockReplan(asked.tx, asked.clinicId, asked.params.replanId);
    if (!replan) return problem("not-found");
    const lines = await listLines(asked.tx, asked.clinicId, replan.id);
    const chosen = chooseLines(lines, asked.body.visitIds, "proposed");
    if (chosen === null) return invalid("visitIds", "names a visit that this plan gives no place");
    if (chosen.length === 0) return outcome(asked, { moved: 0, told: 0, toCall: [] }, replan);
    if (replan.version !== asked.body.version)
      return problem("stale-version", { current: await readReplanView(asked, replan.id) });
    const left = missing(lines, chosen);
    if (left.length > 0)
      return invalid("visitIds", `must name ${left.length} more: their places are needed by the chosen ones`);
    const moves = chosen.map((line) => plannedMove(line, line.after_place as Place));
    const made = await moveLines(asked, moves);
    if (made instanceof Problem) return made;
    if ("stale" in made) return taken(asked, { replan, stale: made.stale });
    await stopSolving(replan.id);
    const told = await tellOfMoves(asked.tx, asked.clinicId, made.made, tellerOf(asked, replan));
    return keep(asked, { replan, made: made.made, told, state: "accepted" });
  },
});

const undoReplan = clinicRoute({
  method: "POST",
  path: "/api/replans/:replanId/undo",
  operationId: "undoReplan",
  summary: "Moves accepted visits back to where they were, all or none, where those places still stand and are free.",
  params: OneReplan,
  body: AcceptReplanBody,
  answers: { 200: ReplanAcceptedView },
  run: async (asked) => {
    const replan = await lockReplan(asked.tx, asked.clinicId, asked.params.replanId);
    if (!replan) return problem("not-found");
    if (replan.version !== asked.body.version)
      return problem("stale-version", { current: await readReplanView(asked, replan.id) });
    const lines = await listLines(asked.tx, asked.clinicId, replan.id);
    const chosen = chooseLines(lines, asked.body.visitIds, "accepted");
    if (chosen === null || chosen.length === 0) return invalid("visitIds", "names a visit that was not moved");
    const made = await moveLines(
      asked,
      chosen.map((line) => plannedMove(line, line.before_place as Place)),
    );
    if (made instanceof Problem) return made;
    if ("stale" in made) {
      const detail = "The old places are closed, away or taken, so the visits stay where they are now.";
      return problem("conflict", { detail, current: { stale: [...made.stale] } });
    }
    const { tx, clinicId, today, now } = asked;
    const again = await untell(tx, clinicId, made.made, { moved: { by: "replan", id: replan.id }, today, now });
    const told = await tellOfMoves(tx, clinicId, again, tellerOf(asked, replan));
    return keep(asked, { replan, made: made.made, told, state: "proposed" });
  },
});

export const replanAcceptRoutes = [acceptReplan, undoReplan];

/** The named lines, or all in that state; null where a named one can't be in it. Those done already are left out. */
function chooseLines(
  lines: readonly StoredLine[],
  visitIds: readonly string[] | null,
  state: "proposed" | "accepted",
): readonly StoredLine[] | null {
  if (visitIds === null) return lines.filter((line) => line.state === state);
  const named = [...new Set(visitIds)].map((visitId) => lines.find((line) => line.visit_id === visitId));
  if (named.some((line) => line === undefined || line.state === "without-place")) return null;
  return named.filter((line) => line !== undefined).filter((line) => line.state === state);
}

/** Lines that the chosen ones need and that are not chosen with them. */
function missing(lines: readonly StoredLine[], chosen: readonly StoredLine[]): readonly string[] {
  const needed = new Set(chosen.flatMap(({ needs }) => needs));
  return lines
    .filter((line) => needed.has(line.visit_id) && line.state === "proposed" && !chosen.includes(line))
    .map(({ visit_id }) => visit_id);
}

function plannedMove(
  line: StoredLine,
  { day, start, practitioner, prepRoom, treatmentRoom, device }: Place,
): PlannedMove {
  const place = { day, start, practitioner, prepRoom, treatmentRoom, device };
  return { visitId: line.visit_id, version: line.visit_version, place };
}

async function moveLines({ tx, clinicId, caller, now, newId }: Asked, moves: readonly PlannedMove[]) {
  try {
    return await moveTogether(tx, clinicId, { moves, by: caller.name, now, newId });
  } catch (fault) {
    // The transaction is undone by now; asked again, the answer says which line it was.
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) return problem("taken");
    throw fault;
  }
}

/** Nothing was moved; the answer brings what could be proposed now for the lines that went stale. */
async function taken(
  asked: Asked,
  { replan, stale }: { readonly replan: Replan; readonly stale: readonly string[] },
): Promise<Problem> {
  await planOpenLines(asked, replan);
  const view = await readReplanView(asked, replan.id);
  const fresh = view?.lines.filter((line) => stale.includes(line.visitId)) ?? [];
  return problem("taken", { current: { stale: [...stale], fresh } });
}

/** Plans what is still displaced once more, from the claims as they are. */
export async function planOpenLines(
  { tx, clinicId, today, now }: Pick<Asked, "tx" | "clinicId" | "today" | "now">,
  replan: Pick<Replan, "id" | "cause" | "may_move_others">,
) {
  const wish = { cause: replan.cause as ReplanCause, mayMoveOthers: replan.may_move_others, today, now };
  const cases = await loadCases(tx, clinicId, wish);
  const sites = new Set((await listLines(tx, clinicId, replan.id)).map(({ site_id }) => site_id));
  for (const siteId of sites) {
    if (cases.some((site) => site.siteId === siteId)) continue;
    const nothing = { unplaced: 0, othersMoved: 0, daysFromIdeal: 0, practitionerChanges: 0, slotsMoved: 0 };
    await replaceLines(tx, clinicId, { replanId: replan.id, siteId, visits: [], answer: { lines: [], aims: nothing } });
  }
  for (const { siteId, visits, case: given } of cases) {
    await replaceLines(tx, clinicId, { replanId: replan.id, siteId, visits, answer: planGreedily(given) });
  }
  return cases;
}

function tellerOf({ caller, today, now, send }: Asked, { id }: Replan) {
  return { moved: { by: "replan", id }, clinicName: caller.clinicName, today, now, send } as const;
}

interface Kept {
  readonly replan: Replan;
  readonly made: readonly MadeMove[];
  readonly told: Told;
  readonly state: "accepted" | "proposed";
}

async function keep(asked: Asked, { replan, made, told, state }: Kept) {
  const { tx, clinicId, record } = asked;
  for (const { visit, place } of made) {
    const visitVersion = visit.version + 1;
    await markLine(tx, clinicId, { replanId: replan.id, visitId: visit.id, visitVersion, state });
    record({
      action: state === "accepted" ? "moved" : "moved back",
      noun: "visit",
      subjectId: visit.id,
      patientId: visit.patientId,
      detail: { replan: replan.id, from: `${visit.day} ${visit.start}`, to: `${place.day} ${place.start}` },
    });
  }
  await updateReplan(tx, clinicId, { id: replan.id, version: replan.version, state: "ready" });
  return outcome(asked, { moved: made.length, ...told }, replan);
}

async function outcome(asked: Asked, done: Told & { readonly moved: number }, { id }: Replan) {
  const replan = await readReplanView(asked, id);
  if (!replan) throw new Error("a plan that was just changed is gone");
  if (done.moved === 0) asked.record({ action: "accepted again", noun: "replan", subjectId: id });
  const phoneOf = (patientId: string) => replan.lines.find((line) => line.patientId === patientId)?.phone ?? null;
  const toCall = done.toCall.map(({ patientId, patientName }) => ({
    patientId,
    patientName,
    phone: phoneOf(patientId),
  }));
  const view: ReplanAcceptedView = { replan, moved: done.moved, told: done.told, toCall };
  return answer(200, view);
}
