/** Clinic years from a seed: the same seed gives the same document on every machine. */
import { createHash } from "node:crypto";
import { addDays, calendarDate, formatMinuteOfDay } from "@fibril/kernel";

export const sizes = {
  S: { clinics: 1, practitioners: 4, rooms: 2, devices: 3, days: 91, fill: 0.5 },
  M: { clinics: 1, practitioners: 20, rooms: 8, devices: 10, days: 365, fill: 0.73 },
  L: { clinics: 50, practitioners: 20, rooms: 8, devices: 10, days: 365, fill: 0.73 },
  XL: { clinics: 1000, practitioners: 20, rooms: 8, devices: 10, days: 365, fill: 0.73 },
};

const from = calendarDate("2027-01-04");
const [opens, closes] = [8 * 60, 20 * 60];
const timeZones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

/** One clinic of a size as the document of `fibril course search`, without its request. */
export function clinicYear(size, seed) {
  const random = dice(seed);
  const week = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat"].map((day) => [day, [["08:00", "20:00"]]]));
  const busy = () => busyDays({ days: size.days, fill: size.fill, random });
  const list = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  return {
    timeZone: timeZones[seed % timeZones.length],
    from,
    to: addDays(from, size.days - 1),
    opening: { weekly: week, closed: ["2027-12-25"] },
    practitioners: list(size.practitioners, (index) => ({
      id: `p${index}`,
      qualifications: [{ name: "needling-face" }],
      weekly: week,
      leave: [leave(size.days, random)],
      busy: busy(),
    })),
    rooms: list(size.rooms, (index) => ({ id: `r${index}`, kinds: ["prep", "treatment"], busy: busy() })),
    devices: list(size.devices, (index) => ({ id: `d${index}`, kinds: ["pen"], busy: busy() })),
    service: {
      prepMinutes: 30,
      treatmentMinutes: 45,
      notesMinutes: 10,
      roomTurnoverMinutes: 15,
      deviceCleaningMinutes: 20,
      requires: { qualification: "needling-face", prepRoom: "prep", treatmentRoom: "treatment", device: "pen" },
    },
  };
}

/** A request of 3 to 6 sessions that begins in the first four months. */
export function courseRequest(seed) {
  const random = dice(seed + 7919);
  const first = random(90);
  return {
    sessions: 3 + random(4),
    gapDays: { min: 28, max: 42, target: 35 },
    firstSession: { earliest: addDays(from, first), latest: addDays(from, first + 30) },
    preferred: random(2) === 0 ? [] : [["09:00", "12:00"]],
    suggestions: 5,
  };
}

export function hashOf(document) {
  return createHash("sha256").update(JSON.stringify(document)).digest("hex").slice(0, 16);
}

/** Visits of 45 to 90 minutes with gaps between them, until the share of the opening hours is taken. */
function busyDays({ days, fill, random }) {
  const busy = [];
  for (let day = 0; day < days; day += 1) {
    for (let minute = opens + 5 * random(12); minute < closes; ) {
      const length = 45 + 5 * random(10);
      const ends = Math.min(closes, minute + length);
      busy.push([addDays(from, day), formatMinuteOfDay(minute), formatMinuteOfDay(ends)]);
      minute = ends + pause(length, fill, random);
    }
  }
  return busy;
}

/** On average the pause that leaves the share; mostly none and now and then a long one, as in a real book. */
function pause(length, fill, random) {
  const mean = (length * (1 - fill)) / fill;
  return random(3) === 0 ? 5 * Math.round((3 * mean * random(1000)) / 500 / 5) : 0;
}

function leave(days, random) {
  const first = random(days - 10);
  return [addDays(from, first), addDays(from, first + 9)];
}

/** Mulberry32: whole numbers from 0 to one below the limit. */
function dice(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
