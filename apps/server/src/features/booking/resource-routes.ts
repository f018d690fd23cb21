import {
  AddResourceBody,
  ChangedResourcesView,
  ChangeResourceBody,
  ChangeServiceTimesBody,
  EndResourceBody,
  Id,
  ReplaceQualificationsBody,
  ReplaceRosterBody,
  ResourcesView,
} from "@fibril/contract";
import { z } from "zod";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { changing } from "./change-resources.ts";
import { viewOfResources } from "./read-resources.ts";
import * as store from "./resources-store.ts";
import { siteRoutes } from "./site-routes.ts";
import { readWeekHours } from "./week-hours.ts";

const OneResource = z.strictObject({ resourceId: Id });
const readResources = clinicRoute({
  method: "GET",
  path: "/api/resources",
  operationId: "readResources",
  summary: "Sites, hours, people, rooms, devices and services as they are set up, and booked visits that do not fit.",
  answers: { 200: ResourcesView },
  run: async ({ tx, clinicId, today }) => answer(200, await viewOfResources(tx, clinicId, today)),
});

const addResource = clinicRoute({
  method: "POST",
  path: "/api/resources",
  operationId: "addResource",
  summary: "A room, a device, or a practitioner who can be booked from now on.",
  body: AddResourceBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ sites, unlisted }) => {
      const { tx, clinicId, body, newId, record } = asked;
      if (body.kind === "practitioner" && !unlisted.some(({ staffId }) => staffId === body.staffId))
        return invalid("staffId", "is not a practitioner who can't be booked yet");
      if (body.kind !== "practitioner" && !sites.some(({ id }) => id === body.siteId))
        return invalid("siteId", "choose where it stands");
      const id = newId();
      await store.insertResource(tx, clinicId, id, body);
      record({ action: "added", noun: body.kind, subjectId: id, detail: { name: body.name } });
      return undefined;
    }),
});

const changeResource = clinicRoute({
  method: "PUT",
  path: "/api/resources/:resourceId",
  operationId: "changeResource",
  summary: "Name, kinds, and until when a device's service and calibration hold; an overdue one can't be booked.",
  params: OneResource,
  body: ChangeResourceBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ resources }) => {
      const { tx, clinicId, params, body, record } = asked;
      const resource = resources.find(({ id }) => id === params.resourceId);
      if (!resource) return problem("not-found");
      const dates = resource.kind === "device" ? {} : { serviceDueOn: null, calibrationDueOn: null };
      const kinds = resource.kind === "practitioner" ? [] : body.kinds;
      if (!(await store.updateResource(tx, clinicId, { id: resource.id, ...body, kinds, ...dates })))
        return problem("stale-version", { current: resource });
      record({ action: "changed", noun: resource.kind, subjectId: resource.id, detail: { ...body } });
      return undefined;
    }),
});

const endResource = clinicRoute({
  method: "PUT",
  path: "/api/resources/:resourceId/last-day",
  operationId: "endResource",
  summary: "The last day on which a room or device can be booked; null for one that stays, or is taken back into use.",
  params: OneResource,
  body: EndResourceBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ resources }) => {
      const { tx, clinicId, params, body, today, record } = asked;
      const { lastDay, version } = body;
      const resource = resources.find(({ id }) => id === params.resourceId);
      if (!resource || resource.kind === "practitioner") return problem("not-found");
      if (lastDay !== null && lastDay < today && lastDay !== resource.endedOn)
        return invalid("lastDay", "is over: choose today or later, and put it out of use if it can't be used today");
      if (!(await store.updateResource(tx, clinicId, { id: resource.id, version, endedOn: lastDay })))
        return problem("stale-version", { current: resource });
      const action = lastDay === null ? "took back the last day of" : "ended";
      record({ action, noun: resource.kind, subjectId: resource.id, detail: { lastDay } });
      return undefined;
    }),
});

const replaceRoster = clinicRoute({
  method: "PUT",
  path: "/api/resources/:resourceId/roster",
  operationId: "replaceRoster",
  summary: "When a practitioner works at which site; visits outside it stay until they are moved.",
  params: OneResource,
  body: ReplaceRosterBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ resources, sites }) => {
      const { tx, clinicId, params, body, record } = asked;
      const person = resources.find(({ id, kind }) => id === params.resourceId && kind === "practitioner");
      if (!person) return problem("not-found");
      const strange = body.roster.findIndex(({ siteId }) => !sites.some(({ id }) => id === siteId));
      if (strange >= 0) return invalid(`roster.${strange}.siteId`, "no such site");
      const hours = readWeekHours(body.roster, "roster");
      if (!hours.ok) return problem("invalid-input", { issues: hours.problem });
      if (!(await store.updateResource(tx, clinicId, { id: person.id, version: body.version })))
        return problem("stale-version", { current: person });
      await store.replaceRoster(tx, clinicId, person.id, hours.value);
      record({
        action: "changed the roster of",
        noun: person.kind,
        subjectId: person.id,
        detail: { roster: body.roster },
      });
      return undefined;
    }),
});

const replaceQualifications = clinicRoute({
  method: "PUT",
  path: "/api/resources/:resourceId/qualifications",
  operationId: "replaceQualifications",
  summary: "What a practitioner may do and from when to when; nobody is booked for what they may not do on the day.",
  params: OneResource,
  body: ReplaceQualificationsBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ resources }) => {
      const { tx, clinicId, params, body, newId, record } = asked;
      const person = resources.find(({ id, kind }) => id === params.resourceId && kind === "practitioner");
      if (!person) return problem("not-found");
      const wrong = body.qualifications.findIndex(
        ({ validFrom, validTo }) => validFrom !== null && validTo !== null && validTo < validFrom,
      );
      if (wrong >= 0) return invalid(`qualifications.${wrong}.validTo`, "is before the first day");
      if (!(await store.updateResource(tx, clinicId, { id: person.id, version: body.version })))
        return problem("stale-version", { current: person });
      const held = body.qualifications.map((qualification) => ({ ...qualification, id: newId() }));
      await store.replaceQualifications(tx, clinicId, person.id, held);
      const detail = { qualifications: body.qualifications };
      record({ action: "changed the qualifications of", noun: person.kind, subjectId: person.id, detail });
      return undefined;
    }),
});

const removeAbsence = clinicRoute({
  method: "DELETE",
  path: "/api/absences/:absenceId",
  operationId: "removeAbsence",
  summary: "Takes back leave of a person or an outage of a room or device.",
  params: z.strictObject({ absenceId: Id }),
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async () => {
      const { tx, clinicId, params, record } = asked;
      if (!(await store.deleteAbsence(tx, clinicId, params.absenceId))) return problem("not-found");
      record({ action: "is back", noun: "absence", subjectId: params.absenceId });
      return undefined;
    }),
});

const changeServiceTimes = clinicRoute({
  method: "PUT",
  path: "/api/services/:serviceId/times",
  operationId: "changeServiceTimes",
  summary: "How long a service takes and what is kept free after it; visits already booked keep their times.",
  params: z.strictObject({ serviceId: Id }),
  body: ChangeServiceTimesBody,
  answers: { 200: ChangedResourcesView },
  run: (asked) =>
    changing(asked, async ({ services }) => {
      const { tx, clinicId, params, body, record } = asked;
      const service = services.find(({ id }) => id === params.serviceId);
      if (!service) return problem("not-found");
      if (!(await store.updateServiceTimes(tx, clinicId, { id: service.id, ...body })))
        return problem("stale-version", { current: service });
      record({ action: "changed the times of", noun: "service", subjectId: service.id, detail: { ...body } });
      return undefined;
    }),
});

export const resourceRoutes = [
  readResources,
  ...siteRoutes,
  addResource,
  changeResource,
  endResource,
  replaceRoster,
  replaceQualifications,
  removeAbsence,
  changeServiceTimes,
];
