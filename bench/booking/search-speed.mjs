import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { buildAvailability, explainRefusal, findCourses, parseCourseSearch } from "@fibril/booking";
import { addDays, daysBetween } from "@fibril/kernel";
import { everyPlace } from "../../packages/booking/dist/interval-oracle.js";
import { clinicYear, courseRequest, hashOf, sizes } from "./clinic-year.mjs";
import { intervalCourses } from "./interval-search.mjs";

const goldenHashes = { S: "bbd293719d2accf0", M: "edefac2e472b6361", L: "a304a4993723ddc3", XL: "3d337238032bfd67" };
const searches = 1000;
const compared = 5;

for (const [name, hash] of Object.entries(goldenHashes)) {
  const made = hashOf(clinicYear(sizes[name], sizes[name].clinics));
  if (made !== hash) throw new Error(`the clinic year of size ${name} is ${made}, not ${hash}`);
}

const document = clinicYear(sizes.M, sizes.M.clinics);
const search = parse({ ...document, request: courseRequest(0) });
const [built, buildMs] = timed(() => buildAvailability(search));
const wishes = Array.from({ length: searches }, (_, seed) => ({ ...search, request: requestOf(seed) }));

const first = measure(wishes.slice(0, 200), (wish) => findCourses({ ...built }, wish));
for (let round = 0; round < 2; round += 1) for (const wish of wishes) findCourses(built, wish);
const kept = measure(wishes, (wish) => findCourses(built, wish));
const [, refusalMs] = timed(() => explainRefusal({ ...search, request: { ...search.request, sessions: 12 } }));
const siteOfDay = new Map(daysOf(search).map((day) => [day, siteOn(day)]));
const [gap, oracleMs] = compare(wishes.slice(0, compared));
const keptMs = measure(wishes.slice(0, compared), (wish) => findCourses(built, wish)).mean;
const bytes = memoryOfClinics(sizes.XL.clinics);

const rows = [
  ["five best courses, size M, tables kept: p50", `${kept.p50.toFixed(2)} ms`, "≤ 0.5 ms"],
  ["the same: p99", `${kept.p99.toFixed(2)} ms`, "≤ 3 ms"],
  ["first search in a fresh availability: p50", `${first.p50.toFixed(2)} ms`, ""],
  ["the same: p99", `${first.p99.toFixed(2)} ms`, ""],
  ["interval search of the same answers", `${oracleMs.toFixed(0)} ms`, ""],
  ["ratio to the interval search", `${(oracleMs / keptMs).toFixed(0)} x`, "≥ 10 x"],
  [`cost above the interval search's optimum, ${compared} searches`, `${gap}`, "0"],
  ["building the bitsets of a clinic year", `${buildMs.toFixed(0)} ms`, ""],
  ["explaining a refusal", `${refusalMs.toFixed(0)} ms`, ""],
  ["bitsets of 1,000 clinic years", `${(bytes / 2 ** 20).toFixed(0)} MiB`, "≤ 300 MiB"],
];
report(rows);

function parse(value) {
  const parsed = parseCourseSearch(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

function requestOf(seed) {
  return parse({ ...document, practitioners: [], rooms: [], devices: [], request: courseRequest(seed) }).request;
}

function timed(run) {
  const start = performance.now();
  return [run(), performance.now() - start];
}

function measure(all, run) {
  const times = all.map((wish) => timed(() => run(wish))[1]).sort((left, right) => left - right);
  return {
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
  };
}

/** The places on every day that the course could reach, each day with its own busy times alone, as an index would give. */
function placesFor({ request }) {
  const { earliest, latest } = request.firstSession;
  const last = addDays(latest, request.gapDays.max * (request.sessions - 1));
  const places = new Map();
  for (let day = earliest; day <= last && day <= search.to; day = addDays(day, 1)) {
    const onDay = everyPlace({ ...siteOfDay.get(day), request });
    for (const [date, found] of onDay) places.set(date, found);
  }
  return places;
}

function daysOf({ from, to }) {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

function siteOn(day) {
  const ofDay = (resource) => ({ ...resource, busy: resource.busy.filter(([date]) => date === day) });
  return {
    ...search,
    from: day,
    to: day,
    practitioners: search.practitioners.map(ofDay),
    rooms: search.rooms.map(ofDay),
    devices: search.devices.map(ofDay),
  };
}

/** The largest difference in cost of any course, and the mean time of the interval search, its table of places kept. */
function compare(some) {
  let gap = 0;
  let spent = 0;
  for (const wish of some) {
    const [theirs, ms] = timed(() => intervalCourses(wish, placesFor(wish)));
    spent += ms;
    const ours = findCourses(built, wish).map(({ cost }) => cost);
    for (const [index, cost] of theirs.entries()) gap = Math.max(gap, Math.abs(cost - (ours[index] ?? Infinity)));
  }
  return [gap, spent / some.length];
}

/** Counted from the typed arrays themselves, for a sample of clinics. */
function memoryOfClinics(clinics) {
  const sample = 10;
  let bytes = 0;
  for (let seed = 1; seed <= sample; seed += 1) {
    const availability = buildAvailability(parse({ ...clinicYear(sizes.XL, seed), request: courseRequest(seed) }));
    for (const { rowOfDay, rows } of [...availability.practitioners, ...availability.rooms, ...availability.devices]) {
      bytes += rowOfDay.byteLength + rows.byteLength;
    }
  }
  return (bytes / sample) * clinics;
}

function report(table) {
  const lines = ["| what | measured | aim |", "|---|---|---|", ...table.map((cells) => `| ${cells.join(" | ")} |`)];
  const machine = `${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const text = `# Course search\n\nSize M: 20 practitioners, 8 rooms, 10 devices, 12 months, 73 % taken; seeds fixed. ${machine}, cores shared with\nother work. Made by \`node bench/booking/search-speed.mjs\`.\n\n${lines.join("\n")}\n`;
  writeFileSync(new URL("../results/booking.md", import.meta.url), text);
  console.log(text);
}
