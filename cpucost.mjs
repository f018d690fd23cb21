import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Session } from "node:inspector/promises";
import { seedDemo } from "@fibril/server";
import pg from "pg";
import { call, startClinic } from "./bench/start-clinic.mjs";
const clinic = await startClinic({ port: 4398, seed: seedDemo });
const owner = new pg.Client({ connectionString: clinic.databaseUrl });
await owner.connect();
const src = readFileSync("bench/http/reading.mjs","utf8");
const q = src.match(/`insert into patient[\s\S]*?`,/)[0].slice(1,-2);
await owner.query(q,[10000]); await owner.query("analyze");
const [desk, practitioner] = [await clinic.token("front-desk"), await clinic.token("practitioner")];
const { url } = clinic;
const { body: found } = await call({ url, token: desk, path: "/api/patients?q=Okafor" });
const { body: setUp } = await call({ url, token: desk, path: "/api/set-up" });
const patient = found.patients[0].id;
const today = new Date().toISOString().slice(0, 10);
const reads = [
  ["health", desk, "/api/health"],
  ["three letters", desk, "/api/patients?q=abc"],
  ["phone", desk, "/api/patients?q=0770090123"],
  ["birth date", desk, "/api/patients?q=1960-05-05"],
  ["one patient", desk, `/api/patients/${patient}`],
  ["calendar week", desk, `/api/calendar?siteId=${setUp.sites[0].id}&from=${today}&days=7`],
  ["suitability", practitioner, `/api/patients/${patient}/suitability`],
  ["courses", practitioner, `/api/patients/${patient}/courses`],
  ["check-ins", practitioner, `/api/patients/${patient}/check-ins`],
];
const { rows: [{pid}] } = await owner.query("select pg_backend_pid() pid");
const postmaster = Number(readFileSync(`/proc/${pid}/stat`,"utf8").split(") ")[1].split(" ")[1]);
function pgCpu() { let t=0; for (const p of readdirSync("/proc")) { if(!/^\d+$/.test(p)) continue; try { const f=readFileSync(`/proc/${p}/stat`,"utf8").split(") ")[1].split(" "); if (Number(f[1])===postmaster||Number(p)===postmaster) t+=Number(f[11])+Number(f[12]); } catch {} } return t*10; }
const loader = fileURLToPath(new URL("./bench/http/load.mjs", import.meta.url));
async function run(requests, seconds) {
  const child = spawn(process.execPath, [loader, JSON.stringify({ url, connections: 20, seconds, requests })], { stdio: ["ignore","pipe","inherit"] });
  let text=""; for await (const c of child.stdout) text+=c; return JSON.parse(text);
}
const only = process.argv[2];
for (const [name, token, path] of reads) {
  if (only && name !== only) continue;
  const requests=[{method:"GET",path,headers:{authorization:`Bearer ${token}`}}];
  await run(requests,2);
  let session; if (only) { session=new Session(); session.connect(); await session.post("Profiler.enable"); await session.post("Profiler.setSamplingInterval",{interval:500}); await session.post("Profiler.start"); }
  const c0=process.cpuUsage(), p0=pgCpu();
  const r=await run(requests,5);
  const c=process.cpuUsage(c0), p=pgCpu()-p0;
  const n=r.requests.total;
  if (only) { const { profile } = await session.post("Profiler.stop"); writeFileSync("/tmp/prof.cpuprofile", JSON.stringify(profile)); }
  console.log(name.padEnd(16), "n",n,"node ms/req",((c.user+c.system)/1000/n).toFixed(3),`(sys ${(c.system/1000/n).toFixed(3)})`,"pg ms/req",(p/n).toFixed(3),"non2xx",r.non2xx);
}
await owner.end();
await clinic.stop();
