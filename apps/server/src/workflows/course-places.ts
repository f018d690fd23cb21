import { parseCourseSearch, searchCourses } from "@fibril/booking";
import type { CourseSuggestionsView, CourseSuggestionView, SuggestCourseBody } from "@fibril/contract";
import {
  addDays,
  type CalendarDate,
  formatMinuteOfDay,
  type InputIssue,
  ok,
  parseMinuteOfDay,
  type Result,
} from "@fibril/kernel";
import { afterNow } from "../features/booking/after-now.ts";
import {
  calendarVersion,
  loadAvailability,
  type SiteAvailability,
  serviceOf,
} from "../features/booking/availability-store.ts";
import { findService, listResources, type Service } from "../features/booking/set-up-store.ts";
import type { Place } from "../features/booking/visit-store.ts";
import type { Tx } from "../platform/database/database.ts";
import { recentSuggestions } from "./recent-suggestions.ts";

const suggestions = 5;

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
  { body, notBefore, today, now }: Wish,
): Promise<Result<CourseSuggestionsView, readonly InputIssue[]> | null> {
  const service = await findService(tx, clinicId, "session");
  const earliest = body.earliest < today ? today : body.earliest;
  const to = addDays(body.latest, body.gapDays.max * (body.sessions - 1) + 28);
  const range = { siteId: body.siteId, from: earliest, to };
  const version = await calendarVersion(tx, clinicId, range);
  const minute = Math.floor(now.getTime() / 60_000);
  const key = JSON.stringify([clinicId, version, minute, notBefore, body]);
  const recent = recentSuggestions.find(key);
  if (recent) return ok(recent);
  const loaded = await loadAvailability(tx, clinicId, range);
  if (!loaded) return null;
  const availability = afterNow(loaded, now);
  const wished = body.practitionerId
    ? availability.practitioners.filter(({ id }) => id === body.practitionerId)
    : availability.practitioners;
  const parsed = parseCourseSearch({
    ...availability,
    practitioners: wished,
    service: serviceOf(service),
    request: {
      sessions: body.sessions,
      gapDays: body.gapDays,
      firstSession: { earliest, latest: body.latest },
      notBefore,
      ...(body.weekdays ? { weekdays: body.weekdays } : {}),
      blockedDays: body.blockedDays,
      ...(body.preferred.length > 0 ? { preferred: body.preferred } : {}),
      suggestions,
    },
  });
  if (!parsed.ok) return parsed;
  const { courses, refusal } = searchCourses(parsed.value);
  const names = await nameResources(tx, clinicId);
  const view: CourseSuggestionsView = {
    courses: courses.map((course) => suggestionView(course, service, names)),
    refusal: refusal === null ? null : (structuredClone(refusal) as CourseSuggestionsView["refusal"]),
  };
  recentSuggestions.keep(key, view);
  return ok(view);
}

type Names = (id: string) => string;

export async function nameResources(tx: Tx, clinicId: string): Promise<Names> {
  const resources = await listResources(tx, clinicId);
  const names = new Map(resources.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}

type FoundCourse = ReturnType<typeof searchCourses>["courses"][number];

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

/** The pseudo device of a service that needs none: always there, always free. */
const noDevice = { id: "none", kinds: ["none"], outages: [], busy: [] };

interface PlacesWish {
  readonly availability: SiteAvailability;
  readonly service: Service;
  readonly practitionerId: string | null;
  readonly sessions: number;
  readonly gapDays: { readonly min: number; readonly max: number; readonly target: number };
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly preferred: readonly (readonly [string, string])[];
  readonly suggestions: number;
}

/** Places for one visit or for the rest of a course, the cheapest first; a list of lists of sessions. */
export function searchPlaces(wish: PlacesWish): readonly (readonly Place[])[] {
  const { availability, service, practitionerId } = wish;
  const parsed = parseCourseSearch({
    ...availability,
    devices: [...availability.devices, noDevice],
    practitioners: availability.practitioners.filter(({ id }) => practitionerId === null || id === practitionerId),
    service: serviceOf(service),
    request: {
      sessions: wish.sessions,
      gapDays: wish.gapDays,
      firstSession: { earliest: wish.earliest, latest: wish.latest },
      notBefore: null,
      ...(wish.preferred.length > 0 ? { preferred: wish.preferred } : {}),
      suggestions: wish.suggestions,
    },
  });
  if (!parsed.ok) throw new Error(`a search that we made ourselves is not valid: ${JSON.stringify(parsed.problem)}`);
  return searchCourses(parsed.value).courses.map(({ sessions }) =>
    sessions.map((session) => ({ ...session, device: service.device_kind === null ? null : session.device })),
  );
}
