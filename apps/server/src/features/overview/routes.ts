import { OverviewRowsQuery, OverviewRowsView, OverviewView, overviewRowKinds } from "@fibril/contract";
import { proportion } from "@fibril/kernel";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import * as store from "./store.ts";

const readOverview = clinicRoute({
  method: "GET",
  path: "/api/overview",
  operationId: "readOverview",
  summary: "How the clinic's courses go, each share with its interval and denominator.",
  answers: { 200: OverviewView },
  run: async ({ tx, clinicId, today, caller: { timeZone } }) => {
    const counts = {} as OverviewView["counts"];
    for (const kind of overviewRowKinds)
      counts[kind] = (await store.listRows(tx, clinicId, kind, { today, timeZone })).length;
    const { signedSessions, endedVisits, flaggedSessions } = await store.countDenominators(tx, clinicId);
    const ended = counts["completed-courses"] + counts["abandoned-courses"];
    return answer(200, {
      completion: proportion(counts["completed-courses"], ended),
      abandonedAfter: await store.countAbandonedAfter(tx, clinicId),
      redFlags: proportion(flaggedSessions, signedSessions),
      noShows: proportion(counts["no-shows"], endedVisits),
      counts,
    });
  },
});

const listOverviewRows = clinicRoute({
  method: "GET",
  path: "/api/overview/rows",
  operationId: "listOverviewRows",
  summary: "The rows behind one number.",
  query: OverviewRowsQuery,
  answers: { 200: OverviewRowsView },
  run: async ({ tx, clinicId, query, today, caller: { timeZone } }) =>
    answer(200, { rows: await store.listRows(tx, clinicId, query.of, { today, timeZone }) }),
});

export const overviewRoutes = [readOverview, listOverviewRows];
