import { type CalendarDate, parseMinuteOfDay, weekdayOf } from "@fibril/kernel";
import { isSkipped, type SiteAvailability } from "./availability-store.ts";
import { claimsOf, type Place } from "./claim-store.ts";
import type { Service } from "./set-up-store.ts";

export type PlaceProblem =
  | "unknown-resource"
  | "closed"
  | "outside-opening"
  | "outside-roster"
  | "on-leave"
  | "not-qualified"
  | "wrong-kind"
  | "out-of-service"
  | "skipped-by-clock"
  | "taken";

/** What is said of a time that the clock skips: nobody took it, it does not exist. */
export const skippedWords = "does not exist on that day: the clock goes forward over it";

/** A refusal as an issue tells of it: in words where no list of codes has any. */
export function refusalWords(refused: PlaceProblem): string {
  return refused === "skipped-by-clock" ? skippedWords : refused;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Why a visit can't be at this place, or null where it can: looked at again, by plain intervals, with the day locked.
 * The constraint of the database stands behind it.
 */
export function refusePlace(availability: SiteAvailability, service: Service, place: Place): PlaceProblem | null {
  const start = parseMinuteOfDay(place.start);
  const practitioner = availability.practitioners.find(({ id }) => id === place.practitioner);
  const prepRoom = availability.rooms.find(({ id }) => id === place.prepRoom);
  const treatmentRoom = availability.rooms.find(({ id }) => id === place.treatmentRoom);
  const device = place.device === null ? null : availability.devices.find(({ id }) => id === place.device);
  if (start === null || !practitioner || !prepRoom || !treatmentRoom || device === undefined) return "unknown-resource";
  const chosen = { practitioner, prepRoom, treatmentRoom, device };
  return (
    refuseKinds(chosen, service) ??
    refuseHours(availability, { service, place, start, practitioner }) ??
    refuseUse(availability, chosen, { service, place, start })
  );
}

/** The same, a roster looked at last: only what stands in the way of nothing else is named as outside it. */
export function refuseUnlessRostered(
  availability: SiteAvailability,
  service: Service,
  place: Place,
): PlaceProblem | null {
  const refused = refusePlace(availability, service, place);
  if (refused !== "outside-roster") return refused;
  const always = {
    mon: wholeDay,
    tue: wholeDay,
    wed: wholeDay,
    thu: wholeDay,
    fri: wholeDay,
    sat: wholeDay,
    sun: wholeDay,
  };
  const practitioners = availability.practitioners.map((one) => ({ ...one, weekly: always }));
  return refusePlace({ ...availability, practitioners }, service, place) ?? refused;
}

const wholeDay: [string, string][] = [["00:00", "24:00"]];

export type Practitioner = SiteAvailability["practitioners"][number];
export type Thing = SiteAvailability["rooms"][number];

interface Chosen {
  readonly practitioner: Practitioner;
  readonly prepRoom: Thing;
  readonly treatmentRoom: Thing;
  readonly device: Thing | null;
}

function refuseKinds({ prepRoom, treatmentRoom, device }: Chosen, service: Service): PlaceProblem | null {
  if ((device === null) !== (service.device_kind === null)) return "wrong-kind";
  if (!prepRoom.kinds.includes(service.prep_room_kind)) return "wrong-kind";
  if (!treatmentRoom.kinds.includes(service.treatment_room_kind)) return "wrong-kind";
  return device && service.device_kind && !device.kinds.includes(service.device_kind) ? "wrong-kind" : null;
}

interface Asked {
  readonly service: Service;
  readonly place: Place;
  readonly start: number;
}

function refuseHours(
  { opening }: SiteAvailability,
  { service, place, start, practitioner }: Asked & { readonly practitioner: Practitioner },
): PlaceProblem | null {
  const claims = claimsOf(place, service, start);
  const whole = { from: start, to: Math.max(...claims.map(({ to }) => to)) };
  const own = claims.find(({ resourceId }) => resourceId === practitioner.id);
  if (!own) throw new Error("a visit without its practitioner");
  const { day } = place;
  return (
    refuseOpening(opening, day, whole) ??
    (isRostered(practitioner, day, own) ? null : "outside-roster") ??
    refuseStaff(practitioner, service, day)
  );
}

/** Why the site can't have anybody for this long on this day. */
export function refuseOpening(
  { closed, weekly }: SiteAvailability["opening"],
  day: CalendarDate,
  whole: Span,
): "closed" | "outside-opening" | null {
  if (closed.includes(day)) return "closed";
  return isWithin(weekly, day, whole) ? null : "outside-opening";
}

/** Whether a roster of theirs covers the whole span of that day. */
export function isRostered({ weekly }: Practitioner, day: CalendarDate, own: Span): boolean {
  return isWithin(weekly, day, own);
}

/** Why a practitioner can't treat on this day, whatever the hour. */
export function refuseStaff(
  { leave, qualifications }: Practitioner,
  { qualification }: Service,
  day: CalendarDate,
): "on-leave" | "not-qualified" | null {
  if (isIn(leave, day)) return "on-leave";
  return qualifications.some((held) => holds(held, qualification, day)) ? null : "not-qualified";
}

function refuseUse(site: SiteAvailability, chosen: Chosen, { service, place, start }: Asked): PlaceProblem | null {
  const things = [chosen.prepRoom, chosen.treatmentRoom, ...(chosen.device ? [chosen.device] : [])];
  if (things.some((thing) => isOut(thing, place.day))) return "out-of-service";
  const claims = claimsOf(place, service, start);
  if (claims.some(({ from, to }) => isSkipped(site, { day: place.day, from, to }))) return "skipped-by-clock";
  const isTaken = (claim: Span & { readonly resourceId: string }) =>
    [chosen.practitioner, ...things].some(
      ({ id, busy }) => id === claim.resourceId && isBusy({ busy }, place.day, claim),
    );
  return claims.some(isTaken) ? "taken" : null;
}

/** Out of use on this day, its service overdue, or gone. */
export function isOut({ outages }: Thing, day: CalendarDate): boolean {
  return isIn(outages, day);
}

/** Whether somebody or something is taken for a part of this time. */
export function isBusy({ busy }: Pick<Thing, "busy">, day: CalendarDate, span: Span): boolean {
  return busy.some(([busyDay, from, to]) => busyDay === day && minute(from) < span.to && span.from < minute(to));
}

function isWithin(weekly: SiteAvailability["opening"]["weekly"], day: CalendarDate, span: Span): boolean {
  return (weekly[weekdayOf(day)] ?? []).some(([from, to]) => minute(from) <= span.from && span.to <= minute(to));
}

function isIn(ranges: readonly (readonly [CalendarDate, CalendarDate])[], day: CalendarDate): boolean {
  return ranges.some(([from, to]) => from <= day && day <= to);
}

function holds(
  held: { readonly name: string; readonly validFrom: string | null; readonly validTo: string | null },
  needed: string,
  day: CalendarDate,
): boolean {
  return held.name === needed && (held.validFrom ?? "") <= day && day <= (held.validTo ?? "9999-12-31");
}

function minute(time: string): number {
  const parsed = parseMinuteOfDay(time);
  if (parsed === null) throw new RangeError(`not a time of day: ${time}`);
  return parsed;
}
