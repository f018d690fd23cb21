import { Id, TriedCourseView, TryCourseBody } from "@fibril/contract";
import { daysBetween } from "@fibril/kernel";
import { z } from "zod";
import { loadAvailability } from "../features/booking/availability-store.ts";
import { type Served, type SoughtPlace, seekPlace } from "../features/booking/find-place.ts";
import { type BrokenRule, rosterRule } from "../features/booking/override.ts";
import { findService } from "../features/booking/set-up-store.ts";
import { listDecisions } from "../features/suitability/store.ts";
import { findSubject } from "../lookups/patient.ts";
import type { Tx } from "../platform/database/database.ts";
import { invalid, Problem, problem } from "../platform/http/problem.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { permittedBy } from "./book-course.ts";
import { nameResources } from "./course-places.ts";
import { refuseCourse } from "./refuse-course.ts";

const tryCourse = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/course-trials",
  operationId: "tryCourse",
  summary: "Whether sessions can be had on days and at hours of somebody's own choice, and why not; books nothing.",
  asks: true,
  params: z.strictObject({ patientId: Id }),
  body: TryCourseBody,
  answers: { 200: TriedCourseView },
  run: async ({ tx, clinicId, params, body, today, now }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    const permitted = permittedBy(await listDecisions(tx, clinicId, params.patientId));
    if (permitted instanceof Problem) return permitted;
    const sought = await seekPlaces(tx, clinicId, body);
    if (!sought) return problem("not-found");
    const { places, timeZone } = sought;
    const { bars, broken, issues } = refuseCourse(body, { from: permitted.from, now, timeZone });
    if (issues.some(({ path }) => path === "gapDays")) return invalid("gapDays", "min, target and max must rise");
    const nameOf = await nameResources(tx, clinicId);
    const served = sameHands(places);
    const sessions = body.sessions.map((session, index) => {
      const rules = broken.filter((rule) => rule.index === index);
      const before = body.sessions[index - 1];
      const gapDays = before ? daysBetween(before.day, session.day) : null;
      const bar = bars[index] ?? null;
      return { ...session, gapDays, ...placeView(served[index], { bar, rules, index, nameOf }) };
    });
    return answer(200, { permittedFrom: permitted.from, sessions });
  },
});

export const tryCourseRoutes = [tryCourse];

async function seekPlaces(tx: Tx, clinicId: string, { siteId, sessions, practitionerId }: TryCourseBody) {
  const days = sessions.map(({ day }) => day).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) throw new RangeError("no session was asked about");
  const site = await loadAvailability(tx, clinicId, { siteId, from, to, days });
  if (!site) return null;
  const service = await findService(tx, clinicId, "session");
  const places = sessions.map((arrival) => seekPlace(site, { service, practitionerId, arrival }));
  return { places, timeZone: site.timeZone };
}

type Chosen =
  | Exclude<SoughtPlace, Served>
  | { readonly served: Served; readonly practitioner: string; readonly isRostered: boolean };

/** Each session with whoever can serve most of the course within their hours, so that hands change as little as they must. */
function sameHands(places: readonly SoughtPlace[]): readonly Chosen[] {
  const servable = places.filter((place) => "practitioners" in place);
  const count = (id: string, isRostered: boolean) =>
    servable.filter(({ practitioners }) =>
      practitioners.some((one) => one.id === id && (one.isRostered || !isRostered)),
    ).length;
  return places.map((place) => {
    if (!("practitioners" in place)) return place;
    const [best] = place.practitioners.toSorted(
      (left, right) =>
        Number(right.isRostered) - Number(left.isRostered) ||
        count(right.id, true) - count(left.id, true) ||
        count(right.id, false) - count(left.id, false) ||
        (left.id < right.id ? -1 : 1),
    );
    if (!best) throw new Error("a place without anybody to serve it");
    return { served: place, practitioner: best.id, isRostered: best.isRostered };
  });
}

interface Told {
  readonly bar: TriedCourseView["sessions"][number]["bar"];
  readonly rules: readonly BrokenRule[];
  readonly index: number;
  readonly nameOf: (id: string) => string;
}

function placeView(chosen: Chosen | undefined, { bar, rules, index, nameOf }: Told) {
  const nowhere = { place: null, practitionerName: "", roomName: "", bar, unmet: null };
  const broken = rules.map(({ rule, path, said }) => ({ rule, path, said }));
  if (!chosen || bar) return { ...nowhere, broken: [] };
  if ("bar" in chosen) return { ...nowhere, bar: chosen.bar, broken: [] };
  if ("unmet" in chosen) {
    const { need, tried } = chosen.unmet;
    const named = tried.map(({ id, why }) => ({ name: nameOf(id), why }));
    return { ...nowhere, unmet: { need, tried: named }, broken: [] };
  }
  const place = chosen.served.placeWith(chosen.practitioner);
  if (place.device === null) throw new Error("a session without a device");
  return {
    ...nowhere,
    place: { ...place, device: place.device },
    practitionerName: nameOf(place.practitioner),
    roomName: nameOf(place.treatmentRoom),
    broken: chosen.isRostered ? broken : [...broken, rosterRule(`sessions.${index}.start`)],
  };
}
