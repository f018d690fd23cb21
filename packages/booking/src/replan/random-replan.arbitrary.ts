import { addDays, type CalendarDate, calendarDate } from "@fibril/kernel";
import fc from "fast-check";
import { buildAvailability } from "../availability.ts";
import type { SiteCalendar } from "../course-search.ts";
import { startsOn } from "../free-starts.ts";
import type { ReplanCase, ReplanPlace, ReplanSession } from "./replan-case.ts";
import { claimsOfPlace, smallService } from "./replan-places.arbitrary.ts";

const first = calendarDate("2028-02-21");
const days = 8;
const weekly = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [[480, 600]]]));

interface Seeds {
  readonly people: number;
  readonly rooms: number;
  readonly devices: number;
  readonly picks: readonly number[];
  readonly closedDay: number;
  readonly movable: readonly boolean[];
  readonly confirmed: readonly boolean[];
  readonly reach: number;
}

/** Tiny clinics: some sessions on a few days, one of the days closed; the others confirmed, movable or simply there. */
export const randomReplan: fc.Arbitrary<ReplanCase> = fc
  .record({
    people: fc.integer({ min: 1, max: 3 }),
    rooms: fc.integer({ min: 1, max: 2 }),
    devices: fc.integer({ min: 1, max: 2 }),
    picks: fc.array(fc.nat(9999), { minLength: 2, maxLength: 10 }),
    closedDay: fc.integer({ min: 2, max: 4 }),
    movable: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    confirmed: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    reach: fc.integer({ min: 1, max: 3 }),
  })
  .map(caseOf);

function caseOf({ people, rooms, devices, picks, closedDay, movable, confirmed, reach }: Seeds): ReplanCase {
  const list = <One>(count: number, make: (index: number) => One) => Array.from({ length: count }, (_, at) => make(at));
  const empty: SiteCalendar = {
    from: first,
    to: addDays(first, days - 1),
    opening: { weekly: weekly as SiteCalendar["opening"]["weekly"], closed: [] },
    practitioners: list(people, (at) => ({
      id: `p${at}`,
      qualifications: [{ name: "face", validFrom: null, validTo: at === 2 ? addDays(first, 4) : null }],
      weekly: weekly as SiteCalendar["opening"]["weekly"],
      leave: [],
      busy: [],
    })),
    rooms: list(rooms, (at) => ({ id: `r${at}`, kinds: ["prep", "treatment"], outages: [], busy: [] })),
    devices: list(devices, (at) => ({ id: `d${at}`, kinds: ["pen"], outages: [], busy: [] })),
  };
  const places = picks.reduce<readonly ReplanPlace[]>((booked, pick, at) => {
    const day = addDays(first, at % 3 === 0 ? closedDay : 1 + (pick % (days - 2)));
    const place = placeAt(takenBy(empty, booked), day, pick);
    return place ? [...booked, place] : booked;
  }, []);
  const closed = addDays(first, closedDay);
  const sessions = places.flatMap((place, at): readonly ReplanSession[] => {
    const role = place.day === closed ? "displaced" : movable[at] && !confirmed[at] ? "movable" : null;
    return role === null ? [] : [sessionOf(`s${at}`, role, { place, reach })];
  });
  const stays = places.filter((place) => !sessions.some((session) => session.place === place));
  const site = takenBy({ ...empty, opening: { ...empty.opening, closed: [closed] } }, stays);
  return { site, services: { session: smallService }, sessions };
}

function sessionOf(
  id: string,
  role: ReplanSession["role"],
  { place, reach }: { readonly place: ReplanPlace; readonly reach: number },
): ReplanSession {
  return {
    id,
    role,
    service: "session",
    place,
    gapDays: { min: 28, max: 28 + 2 * reach, target: 28 + reach },
    previous: { day: addDays(place.day, -28 - reach), session: null },
    next: { day: addDays(place.day, 28 + reach), session: null },
    earliest: first,
    latest: addDays(first, days - 1),
    blockedDays: [],
  };
}

function placeAt(site: SiteCalendar, day: CalendarDate, pick: number): ReplanPlace | null {
  const { requires } = smallService;
  const service = { ...smallService, requires: { ...requires, device: requires.device ?? "" } };
  const starts = startsOn(buildAvailability({ ...site, from: day, to: day }), service, day);
  const who = starts[pick % Math.max(1, starts.length)];
  const startMinute = who?.startMinutes[pick % (who.startMinutes.length || 1)];
  if (!who || startMinute === undefined) return null;
  const fits = (chosen: Partial<ReplanPlace>): ReplanPlace[] =>
    site.rooms.flatMap(({ id: prepRoom }) =>
      site.rooms.flatMap(({ id: treatmentRoom }) =>
        site.devices.map(({ id: device }) => ({
          day,
          startMinute,
          practitioner: who.practitioner,
          prepRoom,
          treatmentRoom,
          device,
          ...chosen,
        })),
      ),
    );
  const isFree = (place: ReplanPlace) =>
    claimsOfPlace(place).every(({ resource, from, to }) =>
      [...site.practitioners, ...site.rooms, ...site.devices]
        .filter(({ id }) => id === resource)
        .every(({ busy }) => !busy.some(([date, begins, ends]) => date === day && begins < to && from < ends)),
    );
  return fits({}).find(isFree) ?? null;
}

function takenBy(site: SiteCalendar, places: readonly ReplanPlace[]): SiteCalendar {
  const claims = places.flatMap((place) => claimsOfPlace(place).map((claim) => ({ ...claim, day: place.day })));
  const busyOf = (id: string) =>
    claims.flatMap(({ resource, day, from, to }) => (resource === id ? [[day, from, to] as const] : []));
  return {
    ...site,
    practitioners: site.practitioners.map((one) => ({ ...one, busy: [...one.busy, ...busyOf(one.id)] })),
    rooms: site.rooms.map((one) => ({ ...one, busy: [...one.busy, ...busyOf(one.id)] })),
    devices: site.devices.map((one) => ({ ...one, busy: [...one.busy, ...busyOf(one.id)] })),
  };
}
