import { setTimeout as sleep } from "node:timers/promises";
import { solveInThread, stopAllSolving } from "../features/replanning/solve-in-thread.ts";
import type { SolverNews } from "../features/replanning/solver-worker.ts";
import { lockReplan, replaceLines, updateReplan } from "../features/replanning/store.ts";
import type { Tx } from "../platform/database/database.ts";
import type { Services } from "../platform/services.ts";
import type { SiteCase } from "./replan-case.ts";

/** How long a better plan is looked for. */
export const improvingSeconds = 5;
const tries = 40;
const pauseMs = 100;

/** Searches of this process whose plans have not been ended yet. */
const underWay = new Set<Promise<void>>();

interface Improving {
  readonly services: Services;
  readonly clinicId: string;
  readonly replanId: string;
  readonly cases: readonly SiteCase[];
  /** Tells this search from one that was begun anew for the same plan. */
  readonly improvingUntil: Date;
}

/**
 * Looks for better plans beside the requests. What is found is kept while nobody has accepted or stopped the plan; a
 * fault leaves the first answer as it is.
 */
export function improveAside(improving: Improving): void {
  const { services, replanId, cases } = improving;
  const work = { cases: cases.map((site) => site.case), seconds: improvingSeconds };
  const ended = solveInThread(replanId, work, (news) => keepNews(improving, news))
    .catch((fault: unknown) => services.log("error", "a better plan could not be looked for", { fault: String(fault) }))
    .then(() => endImproving(improving))
    .catch((fault: unknown) => services.log("error", "a plan could not be ended", { fault: String(fault) }))
    .finally(() => underWay.delete(ended));
  underWay.add(ended);
}

/** Ends every search and keeps what it told: before the database is left, for a plan that is ended later finds none. */
export async function endAllImproving(): Promise<void> {
  await stopAllSolving();
  await Promise.all(underWay);
}

/** False where nobody waits for it any more. */
async function keepNews(improving: Improving, { position, answer, way, isProven }: SolverNews): Promise<boolean> {
  const { clinicId, replanId, cases } = improving;
  const site = cases[position];
  if (!site) return false;
  return whileImproving(improving, async (tx, replan) => {
    await replaceLines(tx, clinicId, { replanId, siteId: site.siteId, answer, visits: site.visits });
    await updateReplan(tx, clinicId, { ...replan, way, is_proven: isProven && cases.length === 1 });
  });
}

async function endImproving(improving: Improving): Promise<void> {
  await whileImproving(improving, (tx, replan) => updateReplan(tx, improving.clinicId, { ...replan, state: "ready" }));
}

/** The request that began the plan may not have ended yet: then it is waited for. */
async function whileImproving(
  { services, clinicId, replanId, improvingUntil }: Improving,
  act: (tx: Tx, replan: { readonly id: string; readonly version: number }) => Promise<void>,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const done = await services.database.inClinic({ clinicId }, async (tx) => {
      const replan = await lockReplan(tx, clinicId, replanId);
      if (!replan) return null;
      const isSame = replan.improving_until.getTime() === improvingUntil.getTime();
      if (replan.state !== "improving" || !isSame) return false;
      await act(tx, { id: replan.id, version: replan.version });
      return true;
    });
    if (done !== null) return done;
    await sleep(pauseMs);
  }
  return false;
}
