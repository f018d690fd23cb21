import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import {
  availabilityBytes,
  buildAvailability,
  explainRefusal,
  findCourses,
  parseCourseSearch,
  startsOn,
} from "@fibril/booking";
import { addDays, daysBetween } from "@fibril/kernel";
import { everyPlace } from "../../packages/booking/dist/interval-oracle.js";
import { clinicYear, courseRequest, hashOf, sizes } from "./clinic-year.mjs";
import { intervalCourses } from "./interval-search.mjs";
import { refusedDocuments } from "./refused-documents.mjs";

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
const refusals = measureRefusals(refusedDocuments(document));
const siteOfDay = new Map(daysOf(search).map((day) => [day, siteOn(day)]));
const [gap, oracleMs] = compare(wishes.slice(0, compared));
const keptMs = measure(wishes.slice(0, compared), (wish) => findCourses(built, wish)).mean;
const bytes = memoryOfClinics(sizes.XL.clinics);
const mebibytes = (count) => `${(count / 2 ** 20).toFixed(0)} MiB`;

const rows = [
  ["five best courses, size M, tables kept: p50", `${kept.p50.toFixed(2)} ms`, "≤ 0.5 ms"],
  ["the same: p99", `${kept.p99.toFixed(2)} ms`, "≤ 3 ms"],
  ["first search in a fresh availability: p50", `${first.p50.toFixed(2)} ms`, ""],
  ["the same: p99", `${first.p99.toFixed(2)} ms`, ""],
  ["interval search of the same answers", `${oracleMs.toFixed(0)} ms`, ""],
  ["ratio to the interval search", `${(oracleMs / keptMs).toFixed(0)} x`, "≥ 10 x"],
  [`cost above the interval search's optimum, ${compared} searches`, `${gap}`, "0"],
  ["building the bitsets of a clinic year", `${buildMs.toFixed(0)} ms`, ""],
  [`explaining a refusal, ${refusals.kinds} kinds: p50`, `${refusals.p50.toFixed(1)} ms`, "≤ 20 ms"],
  ["the same: the slowest kind", `${refusals.most.toFixed(1)} ms`, "≤ 20 ms"],
  ["bitsets of 1,000 clinic years", mebibytes(bytes.bitsets), "≤ 300 MiB"],
  ["with the starts of a service on one day kept", mebibytes(bytes.oneDay), "≤ 300 MiB"],
  ["with the starts of a service on every day kept", mebibytes(bytes.everyDay), "≤ 300 MiB"],
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

/** Each kind is explained a number of times, its availability built, and counts with its median. */
function measureRefusals(documents) {
  const repeats = 15;
  const times = documents.map((refused) => {
    const asked = parse(refused);
    const availability = buildAvailability(asked);
    if (findCourses(availability, asked).length > 0) throw new Error("a search that should be refused has a course");
    return measure(Array(repeats).fill(asked), (again) => explainRefusal({ ...availability }, again)).p50;
  });
  const sorted = times.sort((left, right) => left - right);
  return { kinds: sorted.length, p50: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
}

/** Counted from the typed arrays themselves, for a sample of clinics. */
function memoryOfClinics(clinics) {
  const sample = 10;
  const sums = { bitsets: 0, oneDay: 0, everyDay: 0 };
  for (let seed = 1; seed <= sample; seed += 1) {
    const year = parse({ ...clinicYear(sizes.XL, seed), request: courseRequest(seed) });
    const availability = buildAvailability(year);
    const days = daysOf(year);
    sums.bitsets += availabilityBytes(availability);
    startsOn(availability, year.service, days[1]);
    sums.oneDay += availabilityBytes(availability);
    for (const day of days) startsOn(availability, year.service, day);
    sums.everyDay += availabilityBytes(availability);
  }
  return Object.fromEntries(Object.entries(sums).map(([name, bytes]) => [name, (bytes / sample) * clinics]));
}

function report(table) {
  const lines = ["| what | measured | aim |", "|---|---|---|", ...table.map((cells) => `| ${cells.join(" | ")} |`)];
  const machine = `${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
  const text = `# Course search\n\nSize M: 20 practitioners, 8 rooms, 10 devices, 12 months, 73 % taken; seeds fixed. ${machine}, cores shared with\nother work. Made by \`node bench/booking/search-speed.mjs\`.\n\n${lines.join("\n")}\n`;
  writeFileSync(new URL("../results/booking.md", import.meta.url), text);
  console.log(text);
}
