// 200 at once for one course, then 200 for courses that share people, rooms and devices: who wins, what the others are
// told, and whether anything overlaps or is left half. Run: node bench/race/race.mjs
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { seedDemo } from "@fibril/server";
import { questionIds } from "@fibril/suitability";
import pg from "pg";
import { call, quantile, startClinic } from "../start-clinic.mjs";

const rivals = 200;
const gapDays = { min: 28, max: 42, target: 35 };
const clinic = await startClinic({ port: 4397, seed: seedDemo });
const [desk, practitioner] = [await clinic.token("front-desk"), await clinic.token("practitioner")];
const { url } = clinic;
const { body: setUp } = await call({ url, token: desk, path: "/api/set-up" });
const site = setUp.sites[0];
const today = new Date().toISOString().slice(0, 10);
const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

console.error(`registering ${rivals} patients who may be treated …`);
const patients = [];
for (let index = 0; index < rivals; index++) patients.push(await bookablePatient(index));

const wish = {
  siteId: site.id,
  sessions: 3,
  gapDays,
  earliest: later(60),
  latest: later(90),
  weekdays: null,
  blockedDays: [],
  preferred: [],
  practitionerId: null,
};
const { body: suggested } = await call({
  url,
  token: desk,
  method: "POST",
  path: `/api/patients/${patients[0]}/course-suggestions`,
  body: wish,
});
const places = suggested.courses.map((course) =>
  course.sessions.map(({ end, practitionerName, roomName, ...place }) => place),
);

const one = await race("one course wanted by all", () => places[0]);
const shared = await race("courses that share resources", (index) =>
  places[1 + (index % (places.length - 1))].map((place, at) => shift(place, at, index)),
);

const owner = new pg.Client({ connectionString: clinic.databaseUrl });
await owner.connect();
const overlaps = await owner.query(
  "select count(*) as n from claim a join claim b on a.clinic_id = b.clinic_id and a.resource_id = b.resource_id and a.day = b.day and a.during && b.during and a.ctid < b.ctid",
);
const partial = await owner.query(
  "select count(*) as n from (select v.id from visit v left join claim c on c.clinic_id = v.clinic_id and c.visit_id = v.id where v.kind = 'session' and v.state = 'booked' group by v.id having count(c.*) <> 4) half",
);
const halfCourses = await owner.query(
  "select count(*) as n from course k where state = 'planned' and planned_sessions <> (select count(*) from visit v where v.clinic_id = k.clinic_id and v.course_id = k.id and v.state = 'booked')",
);
await owner.end();
await clinic.stop();

console.log(`# ${rivals} bookings at once, ${today}, Node ${process.version}, ${cpus().length} cores\n`);
console.log("| what | booked | taken (409) | with fresh suggestions | 5xx | other | last answer s | p50 s |");
console.log("|---|---|---|---|---|---|---|---|");
for (const row of [one, shared])
  console.log(
    `| ${row.name} | ${row.booked} | ${row.taken} | ${row.fresh} | ${row.faults} | ${row.other} | ${row.last} | ${row.p50} |`,
  );
console.log(
  `\noverlapping claims: ${overlaps.rows[0].n}; sessions without all their claims: ${partial.rows[0].n}; courses without all their sessions: ${halfCourses.rows[0].n}`,
);
const isRight =
  one.booked === 1 &&
  one.faults === 0 &&
  shared.faults === 0 &&
  [overlaps, partial, halfCourses].every(({ rows }) => Number(rows[0].n) === 0);
process.exitCode = isRight ? 0 : 1;

async function race(name, placesOf) {
  const bookings = patients.map((patientId, index) => ({
    path: `/api/patients/${patientId}/courses`,
    body: { siteId: site.id, gapDays, sessions: placesOf(index) },
  }));
  const bookers = fork(new URL("bookers.mjs", import.meta.url));
  const answered = once(bookers, "message");
  bookers.send({ url, token: desk, bookings });
  const [answers] = await answered;
  const times = answers.map(({ ms }) => ms).sort((left, right) => left - right);
  const count = (fits) => answers.filter(fits).length;
  const known = ({ status }) => status === 201 || status === 409 || status >= 500;
  for (const { status, told } of answers.filter((each) => !known(each)).slice(0, 2)) console.error(status, told);
  return {
    name,
    booked: count(({ status }) => status === 201),
    taken: count(({ status }) => status === 409),
    fresh: count(({ status, isFresh }) => status === 409 && isFresh),
    faults: count(({ status }) => status >= 500),
    other: count((each) => !known(each)),
    last: (times.at(-1) / 1000).toFixed(2),
    p50: (quantile(times, 0.5) / 1000).toFixed(2),
  };
}

/** The same course a few quarters of an hour later, so that places overlap in part. */
function shift(place, _at, index) {
  const minutes = Number(place.start.slice(0, 2)) * 60 + Number(place.start.slice(3)) + (index % 5) * 15;
  const start = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return { ...place, start };
}

async function bookablePatient(index) {
  const registration = {
    givenName: "Race",
    familyName: `Rival ${index}`,
    birthDate: "1990-01-01",
    sex: "unknown",
    email: null,
    phone: null,
    address: null,
    preferredContact: "none",
    note: "",
  };
  const { body: patient } = await call({ url, token: desk, method: "POST", path: "/api/patients", body: registration });
  const consultation = {
    version: 1,
    answers: Object.fromEntries(questionIds.map((question) => [question, { answer: "no" }])),
    concerns: [{ concern: "dullness", zone: "nose", severity: 1 }],
    area: "face",
    anaesthetic: "lidocaine",
    fitzpatrick: 2,
    skinNotes: "",
  };
  await call({
    url,
    token: practitioner,
    method: "PUT",
    path: `/api/patients/${patient.id}/consultation`,
    body: consultation,
  });
  const decision = {
    consultationVersion: 2,
    verdictShown: "suitable",
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  };
  const signed = await call({
    url,
    token: practitioner,
    method: "POST",
    path: `/api/patients/${patient.id}/suitability/decisions`,
    body: decision,
  });
  if (signed.status !== 201) throw new Error(JSON.stringify(signed.body));
  return patient.id;
}
