// Course search end to end over HTTP in a clinic of size M that stands in PostgreSQL: with the calendar in memory, and
// with the same calendar read anew before each search. Run: node bench/booking/http.mjs
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { seedDemo } from "@fibril/server";
import { questionIds } from "@fibril/suitability";
import pg from "pg";
import { call, quantile, startClinic } from "../start-clinic.mjs";
import { clinicYear, courseRequest, sizes } from "./clinic-year.mjs";

const [warmUp, kept, cold] = [100, 400, 30];
const clinic = await startClinic({ port: 4399, seed: seedDemo });
const owner = new pg.Client({ connectionString: clinic.databaseUrl });
await owner.connect();
const { clinicId, siteId, claims } = await insertYear(clinicYear(sizes.M, sizes.M.clinics));
console.error(`${claims} bookings inserted`);
const tokens = { desk: await clinic.token("front-desk"), practitioner: await clinic.token("practitioner") };
const patientId = await bookablePatient();

let seed = 0;
await searches(warmUp);
const inMemory = await searches(kept);
const afterBooking = await searches(kept, () =>
  owner.query(
    `update site_day set version = version + 1 where clinic_id = $1 and site_id = $2
     and day = (select day from site_day where clinic_id = $1 and site_id = $2 offset $3 limit 1)`,
    [clinicId, siteId, (seed * 37) % 300],
  ),
);
const readAnew = await searches(cold, () =>
  owner.query("update clinic_calendar set version = version + 1 where clinic_id = $1", [clinicId]),
);
await owner.end();
await clinic.stop();
report();

async function searches(count, before) {
  const times = [];
  const statuses = new Map();
  let refused = 0;
  for (let index = 0; index < count; index += 1) {
    seed += 1;
    await before?.();
    const { gapDays, sessions, firstSession, preferred } = courseRequest(seed);
    const { earliest, latest } = firstSession;
    const wish = { siteId, sessions, gapDays, earliest, latest, preferred };
    const body = { ...wish, weekdays: null, blockedDays: [], practitionerId: null };
    const path = `/api/patients/${patientId}/course-suggestions`;
    const start = performance.now();
    const answered = await call({ url: clinic.url, token: tokens.desk, method: "POST", path, body });
    times.push(performance.now() - start);
    statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
    if (answered.body.courses?.length === 0) refused += 1;
  }
  if (statuses.size !== 1 || !statuses.has(200)) throw new Error(JSON.stringify([...statuses]));
  const sorted = times.toSorted((left, right) => left - right);
  return { count, refused, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), most: sorted.at(-1) };
}

/** A site of its own in the demo clinic, with the people, rooms, devices and bookings of the document. */
async function insertYear({ practitioners, rooms, devices, opening }) {
  const { rows } = await owner.query("select clinic_id from clinic limit 1");
  const id = rows[0].clinic_id;
  const make = async (text, values) => (await owner.query(`${text} returning id`, values)).rows[0].id;
  const site = await make(
    "insert into site (clinic_id, id, name, time_zone) values ($1, gen_random_uuid(), 'Bench', 'Europe/London')",
    [id],
  );
  const hours = Object.keys(opening.weekly);
  await owner.query("insert into site_opening select $1, $2, day, 480, 1200 from unnest($3::text[]) day", [
    id,
    site,
    hours,
  ]);
  const staff = (await owner.query("select id from staff where clinic_id = $1 limit 1", [id])).rows[0].id;
  const visit = (await owner.query("select id from visit where clinic_id = $1 limit 1", [id])).rows[0].id;
  let count = 0;
  const insert = async (one, kind) => {
    const resource = await make(
      "insert into resource (clinic_id, id, kind, name, site_id, staff_id, kinds) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)",
      [
        id,
        kind,
        one.id,
        kind === "practitioner" ? null : site,
        kind === "practitioner" ? staff : null,
        one.kinds ?? [],
      ],
    );
    const taken = one.busy.filter(([, from, to]) => from < to);
    count += taken.length;
    await owner.query(
      `insert into claim (clinic_id, resource_id, day, during, visit_id, site_id)
       select $1, $2, day, during, $3, $4 from unnest($5::date[], $6::int4range[]) busy (day, during)`,
      [
        id,
        resource,
        visit,
        site,
        taken.map(([day]) => day),
        taken.map(([, from, to]) => `[${minute(from)},${minute(to)})`),
      ],
    );
    return resource;
  };
  for (const one of rooms) await insert(one, "room");
  for (const one of devices) await insert(one, "device");
  for (const one of practitioners) {
    const resource = await insert(one, "practitioner");
    await owner.query(
      "insert into qualification (clinic_id, id, resource_id, name) values ($1, gen_random_uuid(), $2, 'needling-face')",
      [id, resource],
    );
    await owner.query("insert into roster select $1, $2, $3, day, 480, 1200 from unnest($4::text[]) day", [
      id,
      resource,
      site,
      hours,
    ]);
    for (const [from, to] of one.leave) {
      await owner.query("insert into absence values ($1, gen_random_uuid(), $2, $3, $4, 'leave')", [
        id,
        resource,
        from,
        to,
      ]);
    }
  }
  await owner.query("analyze");
  return { clinicId: id, siteId: site, claims: count };
}

function minute(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

async function bookablePatient() {
  const ask = (token, method, path, body) => call({ url: clinic.url, token, method, path, body });
  const person = { givenName: "Bench", familyName: "Patient", birthDate: "1990-01-01", sex: "unknown", email: null };
  const contact = { phone: null, address: null, preferredContact: "none", note: "" };
  const { body: patient } = await ask(tokens.desk, "POST", "/api/patients", { ...person, ...contact });
  const answers = Object.fromEntries(questionIds.map((question) => [question, { answer: "no" }]));
  const concerns = [{ concern: "dullness", zone: "nose", severity: 1 }];
  const skin = { area: "face", anaesthetic: "lidocaine", fitzpatrick: 2, skinNotes: "" };
  const path = `/api/patients/${patient.id}`;
  await ask(tokens.practitioner, "PUT", `${path}/consultation`, { version: 1, answers, concerns, ...skin });
  const agreed = { verdictShown: "suitable", decision: "agree", reason: "", outsideOpinion: null };
  const signed = await ask(tokens.practitioner, "POST", `${path}/suitability/decisions`, {
    consultationVersion: 2,
    ...agreed,
  });
  if (signed.status !== 201) throw new Error(JSON.stringify(signed.body));
  return patient.id;
}

function report() {
  const row = (name, { count, refused, p50, p99, most }) =>
    `| ${name} | ${count} | ${refused} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${most.toFixed(1)} |`;
  const text = [
    "# Course search over HTTP, size M",
    "",
    `20 practitioners, 8 rooms, 10 devices, 12 months, 73 % taken: ${claims} claims in PostgreSQL; 5 suggestions, 3 to 6 sessions,`,
    `one request after another, client and server in one process. ${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)},`,
    `load ${loadavg()[0].toFixed(1)} of other work at the end. Made by \`node bench/booking/http.mjs\`. Aim: p99 ≤ 50 ms.`,
    "",
    "| calendar | searches | without a course | p50 ms | p99 ms | most ms |",
    "|---|---|---|---|---|---|",
    row("in memory", inMemory),
    row("in memory, another day changed before each", afterBooking),
    row("read anew before each (no memory)", readAnew),
    "",
    `Ratio of the medians, read anew to in memory: ${(readAnew.p50 / inMemory.p50).toFixed(0)} x; of the p99: ${(readAnew.p99 / inMemory.p99).toFixed(0)} x.`,
    "",
  ].join("\n");
  writeFileSync(new URL("../results/booking-http.md", import.meta.url), text);
  console.log(text);
}
