import {
  AddSiteBody,
  AddSiteClosuresBody,
  ChangedResourcesView,
  ChangeSiteBody,
  Day,
  Id,
  ReplaceOpeningBody,
  type ResourcesView,
} from "@fibril/contract";
import { z } from "zod";
import { isTimeZone } from "../../platform/clock/civil-time.ts";
import { invalid, problem } from "../../platform/http/problem.ts";
import { clinicRoute } from "../../platform/http/route.ts";
import { changing } from "./change-resources.ts";
import * as store from "./resources-store.ts";
import { insertClosure } from "./store.ts";
import { readWeekHours } from "./week-hours.ts";

const OneSite = z.strictObject({ siteId: Id });

const addSite = clinicRoute({
  method: "POST",
  path: "/api/sites",
  operationId: "addSite",
  summary: "Another site with a time zone of its own; it opens once it has hours.",
  body: AddSiteBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async (before) => {
      const { tx, clinicId, body, newId, record } = asked;
      if (!isTimeZone(body.timeZone)) return invalid("timeZone", "no such time zone");
      if (isNamed(before, body.name, null)) return invalid("name", "is the name of another site");
      const id = newId();
      await store.insertSite(tx, clinicId, { id, ...body });
      record({ action: "added", noun: "site", subjectId: id, detail: body });
      return undefined;
    }),
});

const changeSite = clinicRoute({
  method: "PUT",
  path: "/api/sites/:siteId",
  operationId: "changeSite",
  summary: "A site's name and address, as patients read them from now on; its time zone stays.",
  params: OneSite,
  body: ChangeSiteBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async (before) => {
      const { tx, clinicId, params, body, record } = asked;
      const site = before.sites.find(({ id }) => id === params.siteId);
      if (!site) return problem("not-found");
      if (isNamed(before, body.name, site.id)) return invalid("name", "is the name of another site");
      if (!(await store.updateSite(tx, clinicId, { id: site.id, ...body })))
        return problem("stale-version", { current: site });
      const { name, address } = body;
      record({ action: "changed", noun: "site", subjectId: site.id, detail: { name, address, was: site.name } });
      return undefined;
    }),
});

/** Two sites of one name could not be told apart on any screen. */
function isNamed({ sites }: ResourcesView, name: string, exceptId: string | null): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  return sites.some((site) => site.id !== exceptId && plain(site.name) === plain(name));
}

const replaceOpening = clinicRoute({
  method: "PUT",
  path: "/api/sites/:siteId/opening",
  operationId: "replaceOpening",
  summary: "The hours of a site's week; visits outside them stay until they are moved.",
  params: OneSite,
  body: ReplaceOpeningBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ sites }) => {
      const { tx, clinicId, params, body, record } = asked;
      const site = sites.find(({ id }) => id === params.siteId);
      if (!site) return problem("not-found");
      const hours = readWeekHours(body.hours, "hours");
      if (!hours.ok) return problem("invalid-input", { issues: hours.problem });
      if (!(await store.bumpSite(tx, clinicId, { id: site.id, version: body.version })))
        return problem("stale-version", { current: site });
      await store.replaceOpening(tx, clinicId, site.id, hours.value);
      record({ action: "changed the hours of", noun: "site", subjectId: site.id, detail: { hours: body.hours } });
      return undefined;
    }),
});

const addSiteClosures = clinicRoute({
  method: "POST",
  path: "/api/sites/:siteId/closure-lists",
  operationId: "addSiteClosures",
  summary: "Closes a site on several days, each with its name, all or none; visits on them stay until they are moved.",
  params: OneSite,
  body: AddSiteClosuresBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ sites }) => {
      const { tx, clinicId, params, body, today, record } = asked;
      if (!sites.some(({ id }) => id === params.siteId)) return problem("not-found");
      const { closures } = body;
      const issues = closures.flatMap(({ day }, index) => {
        const path = `closures.${index}.day`;
        if (day < today) return [{ path, message: "is in the past" }];
        const first = closures.findIndex((closure) => closure.day === day);
        return first < index ? [{ path, message: "is in the list twice" }] : [];
      });
      if (issues.length > 0) return problem("invalid-input", { issues });
      for (const closure of closures) await insertClosure(tx, clinicId, { siteId: params.siteId, ...closure });
      record({ action: "closed", noun: "site", subjectId: params.siteId, detail: { closures } });
      return undefined;
    }),
});

const removeSiteClosure = clinicRoute({
  method: "DELETE",
  path: "/api/sites/:siteId/closures/:day",
  operationId: "removeSiteClosure",
  summary: "Opens a site again on a day that it was closed.",
  params: z.strictObject({ siteId: Id, day: Day }),
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async () => {
      const { tx, clinicId, params, record } = asked;
      if (!(await store.deleteClosure(tx, clinicId, params))) return problem("not-found");
      record({ action: "opened again", noun: "site", subjectId: params.siteId, detail: { day: params.day } });
      return undefined;
    }),
});

export const siteRoutes = [addSite, changeSite, replaceOpening, addSiteClosures, removeSiteClosure];
