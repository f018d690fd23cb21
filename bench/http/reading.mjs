// A mixed reading load on 10,000 patients, 50 connections, from a process of its own. Run: node bench/http/reading.mjs
import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { seedDemo } from "@fibril/server";
import pg from "pg";
import { call, startClinic } from "../start-clinic.mjs";

const patients = 10_000;
const connections = 50;
const seconds = 20;
const clinic = await startClinic({ port: 4398, seed: seedDemo });
const owner = new pg.Client({ connectionString: clinic.databaseUrl });
await owner.connect();
await owner.query(
  `insert into patient (clinic_id, id, number, given_name, given_name_search, family_name, family_name_search, birth_date, sex, phone, phone_digits, preferred_contact, registered_on, created_at)
   select c.clinic_id, gen_random_uuid(), 1000 + n, 'Given' || n, 'given' || n, family, family, date '1950-01-01' + n % 20000,
          'unknown', '07700 9' || lpad(n::text, 5, '0'), '77009' || lpad(n::text, 5, '0'), 'phone', current_date, now()
   from clinic c, generate_series(1, $1) n,
     lateral (select chr(97 + n % 26) || chr(97 + (n / 26) % 26) || chr(97 + (n / 676) % 26) || 'ley' as family) named`,
  [patients],
);
await owner.query("analyze");
await owner.end();
const [desk, practitioner] = [await clinic.token("front-desk"), await clinic.token("practitioner")];
const { url } = clinic;
const { body: found } = await call({ url, token: desk, path: "/api/patients?q=Okafor" });
const { body: setUp } = await call({ url, token: desk, path: "/api/set-up" });
const patient = found.patients[0].id;
const today = new Date().toISOString().slice(0, 10);
const reads = [
  ["search by three letters", desk, "/api/patients?q=abc"],
  ["search by phone", desk, "/api/patients?q=0770090123"],
  ["search by birth date", desk, "/api/patients?q=1960-05-05"],
  ["one patient", desk, `/api/patients/${patient}`],
  ["calendar week", desk, `/api/calendar?siteId=${setUp.sites[0].id}&from=${today}&days=7`],
  ["suitability", practitioner, `/api/patients/${patient}/suitability`],
  ["courses", practitioner, `/api/patients/${patient}/courses`],
  ["check-ins", practitioner, `/api/patients/${patient}/check-ins`],
];
const requests = reads.map(([, token, path]) => ({
  method: "GET",
  path,
  headers: { authorization: `Bearer ${token}` },
}));
const loader = fileURLToPath(new URL("./load.mjs", import.meta.url));
const child = spawn(process.execPath, [loader, JSON.stringify({ url, connections, seconds, requests })], {
  stdio: ["ignore", "pipe", "inherit"],
});
let text = "";
for await (const chunk of child.stdout) text += chunk;
const result = JSON.parse(text);
await clinic.stop();

console.log(
  `# Mixed reading, ${patients} patients, ${connections} connections, ${seconds} s, ${today}, Node ${process.version}, ${cpus().length} cores shared with the load\n`,
);
console.log("| requests | a second | p50 ms | p90 ms | p95 ms | p99 ms | not 2xx | errors |");
console.log("|---|---|---|---|---|---|---|---|");
const { latency } = result;
console.log(
  `| ${result.requests.total} | ${Math.round(result.requests.average)} | ${latency.p50} | ${latency.p90} | ${Math.round(latency.p95)} | ${latency.p99} | ${result.non2xx} | ${result.errors} |`,
);
console.log(`\nThe mix, in turn: ${reads.map(([name]) => name).join(", ")}.`);
process.exitCode = result.non2xx + result.errors === 0 ? 0 : 1;
