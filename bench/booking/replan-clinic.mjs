/** Clinics with booked sessions, and a closed day or two to plan anew: the same seed gives the same case everywhere. */
import { buildAvailability, startsOn } from "@fibril/booking";
import { addDays, calendarDate, weekdayOf } from "@fibril/kernel";

const from = calendarDate("2027-03-01");
const horizonDays = 57;
const closedFrom = 29;
const openingDays = ["mon", "tue", "wed", "thu", "fri", "sat"];
const week = Object.fromEntries(openingDays.map((day) => [day, [[8 * 60, 20 * 60]]]));
const service = {
  prepMinutes: 30,
  treatmentMinutes: 45,
  notesMinutes: 10,
  roomTurnoverMinutes: 15,
  deviceCleaningMinutes: 20,
  requires: { qualification: "face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
};
const gapDays = { min: 28, max: 42, target: 35 };

export const replanSizes = {
  S: { practitioners: 6, rooms: 3, devices: 3 },
  M: { practitioners: 20, rooms: 8, devices: 10 },
};

/**
 * A site whose scarcest class is taken to the share `fill`, session by session at random places, and closed on
 * `closedDays` days in its middle. Every displaced session has neighbours that leave it at most 14 days either way.
 */
export function closedClinic({ size, fill, closedDays, movableShare = 0, seed }) {
  const random = dice(seed);
  const { practitioners, rooms, devices } = replanSizes[size];
  const list = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  const site = {
    from,
    to: addDays(from, horizonDays - 1),
    opening: { weekly: week, closed: [] },
    practitioners: list(practitioners, (index) => ({
      id: `p${index}`,
      qualifications: [{ name: "face", validFrom: null, validTo: null }],
      weekly: week,
      leave: [],
      busy: [],
    })),
    rooms: list(rooms, (index) => ({ id: `r${index}`, kinds: ["prep", "treatment"], outages: [], busy: [] })),
    devices: list(devices, (index) => ({ id: `d${index}`, kinds: ["pen"], outages: [], busy: [] })),
  };
  const booked = list(horizonDays, (index) => addDays(from, index)).flatMap((day) =>
    openingDays.includes(weekdayOf(day)) ? fillDay(site, day, { fill, random }) : [],
  );
  const closed = workingDays(addDays(from, closedFrom), closedDays);
  const sessions = booked.flatMap((place, index) => {
    const role = closed.includes(place.day) ? "displaced" : random(1000) < movableShare * 1000 ? "movable" : null;
    return role === null ? [] : [sessionOf(`s${index}`, role, place, random)];
  });
  const free = new Set(sessions.map(({ place }) => place));
  return {
    site: takenBy(
      { ...site, opening: { weekly: week, closed } },
      booked.filter((place) => !free.has(place)),
    ),
    services: { session: service },
    sessions,
  };
}

/** A neighbour about five weeks before and one about five weeks after. */
function sessionOf(id, role, place, random) {
  const previous = addDays(place.day, -(28 + random(15)));
  const next = addDays(place.day, 28 + random(15));
  return {
    id,
    role,
    service: "session",
    place,
    gapDays,
    previous: { day: previous, session: null },
    next: { day: next, session: null },
    earliest: from,
    latest: addDays(from, horizonDays - 1),
    blockedDays: [],
  };
}

function workingDays(first, count) {
  const days = [];
  for (let day = first; days.length < count; day = addDays(day, 1)) if (weekdayOf(day) !== "sun") days.push(day);
  return days;
}

/** Sessions at random starts until the rooms are taken to the share, or nothing more fits. */
function fillDay(site, day, { fill, random }) {
  const placed = [];
  const perSession = 30 + 45 + 15;
  const wanted = Math.round((site.rooms.length * 12 * 60 * fill) / perSession);
  for (let tries = 0; placed.length < wanted && tries < 4 * wanted; tries += 1) {
    const oneDay = takenBy({ ...site, from: day, to: day }, placed);
    const starts = startsOn(buildAvailability(oneDay), service, day);
    const who = starts[random(starts.length)];
    if (!who) break;
    const startMinute = who.startMinutes[random(who.startMinutes.length)];
    placed.push(furnish(oneDay, { day, startMinute, practitioner: who.practitioner }));
  }
  return placed;
}

function furnish({ rooms, devices }, { day, startMinute, practitioner }) {
  const u = startMinute + service.prepMinutes;
  const free = (all, begins, ends) =>
    all.find(({ busy }) => !busy.some(([date, taken, until]) => date === day && taken < ends && begins < until))?.id;
  return {
    day,
    startMinute,
    practitioner,
    prepRoom: free(rooms, startMinute, u),
    treatmentRoom: free(rooms, u, u + 60),
    device: free(devices, u, u + 65),
  };
}

function takenBy(site, places) {
  const busyOf = new Map();
  const take = (id, busy) => busyOf.set(id, [...(busyOf.get(id) ?? []), busy]);
  for (const place of places) {
    const u = place.startMinute + service.prepMinutes;
    take(place.prepRoom, [place.day, place.startMinute, u]);
    take(place.treatmentRoom, [place.day, u, u + 60]);
    take(place.practitioner, [place.day, u, u + 55]);
    take(place.device, [place.day, u, u + 65]);
  }
  const busy = (resource) => ({ ...resource, busy: [...resource.busy, ...(busyOf.get(resource.id) ?? [])] });
  return {
    ...site,
    practitioners: site.practitioners.map(busy),
    rooms: site.rooms.map(busy),
    devices: site.devices.map(busy),
  };
}

/** Mulberry32: whole numbers from 0 to one below the limit. */
function dice(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return limit === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
