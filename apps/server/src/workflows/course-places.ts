import { buildAvailability, explainRefusal, findCourses, parseCourseSearch, type SearchLimits } from "@fibril/booking";
import type { CourseSuggestionsView, CourseSuggestionView, SuggestCourseBody } from "@fibril/contract";
import {
  addDays,
  type CalendarDate,
  formatMinuteOfDay,
  type InputIssue,
  ok,
  parseMinuteOfDay,
  type Result,
  refuse,
} from "@fibril/kernel";
import { afterNow } from "../features/booking/after-now.ts";
import { availabilityCache, type KnownSite } from "../features/booking/availability-cache.ts";
import { loadAvailability, serviceOf } from "../features/booking/availability-store.ts";
import type { Place } from "../features/booking/claim-store.ts";
import { listResources, type Service } from "../features/booking/set-up-store.ts";
import { civilDay, minuteOfDay } from "../platform/clock/civil-time.ts";
import type { Tx } from "../platform/database/database.ts";
import { recentSuggestions } from "./recent-suggestions.ts";

const suggestions = 5;
const monthsAhead = 24;

interface Wish {
  readonly body: SuggestCourseBody;
  readonly notBefore: CalendarDate | null;
  readonly today: CalendarDate;
  readonly now: Date;
}

/** The best whole courses that a site can offer, or why there is none. Null for a site of another clinic. */
export async function suggestCourses(
  tx: Tx,
  clinicId: string,
  wish: Wish,
): Promise<Result<CourseSuggestionsView, readonly InputIssue[]> | null> {
  const { body, today, now, notBefore } = wish;
  const earliest = body.earliest < today ? today : body.earliest;
  if (body.latest > addDays(today, monthsAhead * 30)) {
    return refuse([{ path: "latest", message: `is more than ${monthsAhead} months ahead` }]);
  }
  const to = addDays(body.latest, body.gapDays.max * (body.sessions - 1) + 28);
  const range = { siteId: body.siteId, from: earliest, to: to < earliest ? earliest : to };
  const site = await availabilityCache.find(tx, clinicId, { ...range, today });
  if (!site) return null;
  const minute = Math.floor(now.getTime() / 60_000);
  const key = JSON.stringify([clinicId, site.stamp, minute, notBefore, body]);
  const recent = recentSuggestions.find(key);
  if (recent) return ok(recent);
  const found = await searchSite(tx, clinicId, { site, wish, range });
  if (found.ok) recentSuggestions.keep(key, found.value);
  return found;
}

interface SiteSearch {
  readonly site: KnownSite;
  readonly wish: Wish;
  readonly range: { readonly siteId: string; readonly from: CalendarDate; readonly to: CalendarDate };
}

async function searchSite(
  tx: Tx,
  clinicId: string,
  { site, wish, range }: SiteSearch,
): Promise<Result<CourseSuggestionsView, readonly InputIssue[]>> {
  const service = serviceOfKind(site, "session");
  const asked = { service: serviceOf(service), request: requestOf(wish, range.from) };
  const nobody = { timeZone: site.timeZone, opening: { weekly: {} }, practitioners: [], rooms: [], devices: [] };
  const parsed = parseCourseSearch({ from: range.from, to: range.to, ...nobody, ...asked });
  if (!parsed.ok) return parsed;
  const limits = limitsOf(site, { practitionerId: wish.body.practitionerId, now: wish.now });
  const courses = findCourses(site.availability, parsed.value, limits);
  const refusal = courses.length > 0 ? null : await explain(tx, clinicId, { wish, range, asked });
  return ok({ courses: courses.map((course) => suggestionView(course, service, site.nameOf)), refusal });
}

function requestOf({ body, notBefore }: Wish, earliest: CalendarDate) {
  return {
    sessions: body.sessions,
    gapDays: body.gapDays,
    firstSession: { earliest, latest: body.latest },
    notBefore,
    ...(body.weekdays ? { weekdays: body.weekdays } : {}),
    blockedDays: body.blockedDays,
    ...(body.preferred.length > 0 ? { preferred: body.preferred } : {}),
    suggestions,
  };
}

/** Rare, and it lifts one rule of the calendar after the other: from the bookings themselves. */
async function explain(
  tx: Tx,
  clinicId: string,
  { wish, range, asked }: { readonly wish: Wish; readonly range: SiteSearch["range"]; readonly asked: object },
): Promise<CourseSuggestionsView["refusal"]> {
  const loaded = await loadAvailability(tx, clinicId, range);
  if (!loaded) throw new Error("a site that was just searched is gone");
  const availability = afterNow(loaded, wish.now);
  const { practitionerId } = wish.body;
  const practitioners = availability.practitioners.filter(({ id }) => practitionerId === null || id === practitionerId);
  const parsed = parseCourseSearch({ ...availability, practitioners, ...asked });
  if (!parsed.ok) throw new Error(`a calendar of our own is not valid: ${JSON.stringify(parsed.problem)}`);
  return structuredClone(
    explainRefusal(buildAvailability(parsed.value), parsed.value),
  ) as CourseSuggestionsView["refusal"];
}

function limitsOf(
  site: KnownSite,
  { practitionerId, now }: { readonly practitionerId: string | null; readonly now: Date },
): SearchLimits {
  const arrival = { day: civilDay(now, site.timeZone), minute: minuteOfDay(now, site.timeZone) };
  return { arrival, ...(practitionerId === null ? {} : { practitioner: practitionerId }) };
}

export function serviceOfKind({ services }: KnownSite, kind: Service["kind"]): Service {
  const service = services.filter((one) => one.kind === kind).sort((left, right) => (left.id < right.id ? -1 : 1))[0];
  if (!service) throw new Error(`the clinic has no service for a ${kind}`);
  return service;
}

type Names = (id: string) => string;

export async function nameResources(tx: Tx, clinicId: string): Promise<Names> {
  const resources = await listResources(tx, clinicId);
  const names = new Map(resources.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}

type FoundCourse = ReturnType<typeof findCourses>[number];

function suggestionView(course: FoundCourse, service: Service, names: Names): CourseSuggestionView {
  return {
    cost: course.cost,
    terms: { ...course.terms },
    sessions: course.sessions.map((session) => ({
      ...session,
      end: formatMinuteOfDay((parseMinuteOfDay(session.start) ?? 0) + service.prep_minutes + service.treatment_minutes),
      practitionerName: names(session.practitioner),
      roomName: names(session.treatmentRoom),
    })),
  };
}

interface PlacesWish {
  readonly site: KnownSite;
  readonly service: Service;
  readonly practitionerId: string | null;
  readonly now: Date;
  readonly sessions: number;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly preferred: readonly (readonly [string, string])[];
  readonly suggestions: number;
}

/** Places for one visit or for the rest of a course, the cheapest first; a list of lists of sessions. */
export function searchPlaces(wish: PlacesWish): readonly (readonly Place[])[] {
  const { site, service, earliest, latest } = wish;
  const parsed = parseCourseSearch({
    timeZone: site.timeZone,
    from: earliest,
    to: latest,
    opening: { weekly: {} },
    practitioners: [],
    rooms: [],
    devices: [],
    service: serviceOf(service),
    request: {
      sessions: wish.sessions,
      gapDays: wish.gapDays,
      firstSession: { earliest, latest },
      notBefore: null,
      ...(wish.preferred.length > 0 ? { preferred: wish.preferred } : {}),
      suggestions: wish.suggestions,
    },
  });
  if (!parsed.ok) throw new Error(`a search that we made ourselves is not valid: ${JSON.stringify(parsed.problem)}`);
  return findCourses(site.availability, parsed.value, limitsOf(site, wish)).map(({ sessions }) =>
    sessions.map((session) => ({ ...session, device: service.device_kind === null ? null : session.device })),
  );
}
