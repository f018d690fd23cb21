// `node bench/crash/crash-rounds.mjs [--rounds 30] [--out FILE]`: see README.md.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { examine } from "./examine.mjs";
import { openInstallation } from "./installation.mjs";
import { newLedger, openWriters } from "./writers.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "30" }, out: { type: "string" } } });
const rounds = Number(values.rounds);
const kinds = { node: "node", both: "node and PostgreSQL together", postgres: "PostgreSQL alone" };
const aimMs = 10_000;

let seed = 20_270_106;
/** xorshift32: the moments of the kills are the same in every run. */
function random() {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) / 2 ** 32;
}

const installation = await openInstallation();
await installation.start();
const roles = ["owner", "practitioner", "front-desk", "manager"];
const tokens = Object.fromEntries(roles.map((role) => [role, installation.token(role)]));
const ask = async (path, body) => {
  const response = await fetch(`${installation.url}${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${tokens.owner}`,
      ...(body ? { "idempotency-key": crypto.randomUUID(), "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};
const refused = installation.secondStart();
const { sites } = await ask("/api/set-up");
const ledger = newLedger();
const writers = openWriters({ url: installation.url, tokens, siteId: sites[0].id, ledger });

const table = [];
let failures = refused?.includes("another fibril already runs") ? 0 : 1;
for (const [kind, name] of Object.entries(kinds)) {
  const restartsMs = [];
  const acknowledgedBefore = count();
  for (let round = 0; round < rounds; round++) {
    writers.setDay((await ask("/api/demo/clock", { days: 1, hours: 0 })).today);
    await sleep(400 + random() * 1_600);
    const began = performance.now();
    await installation.kill(kind, round);
    if (kind !== "postgres") await installation.start();
    await untilWritten();
    restartsMs.push(performance.now() - began);
    const problems = await examine(installation.query, structuredClone(ledger));
    failures += problems.length;
    for (const problem of problems) console.log(`${name}, round ${round + 1}: ${problem}`);
    console.error(`${name} ${round + 1}/${rounds}: up in ${(restartsMs.at(-1) / 1000).toFixed(1)} s, ${count()} kept`);
  }
  restartsMs.sort((left, right) => left - right);
  const slowest = restartsMs.at(-1);
  if (slowest > aimMs) failures++;
  table.push([name, rounds, count() - acknowledgedBefore, middle(restartsMs), slowest]);
}
await writers.end();
const last = await examine(installation.query, ledger);
const chain = installation.verifyAudit();
if (last.length > 0 || !chain.includes('"fault":null')) failures++;
await installation.stop();

const report = `# Crashes under writes

Six writers take people from registration to a signed session through the API while processes are killed with SIGKILL at
random moments. ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, cores shared with other work.
Made by \`node bench/crash/crash-rounds.mjs\`.

| killed | rounds | acknowledged writes | lost or partial | from the kill to the next written answer: median | slowest (aim ≤ 10 s) |
|---|---|---|---|---|---|
${table.map(([name, n, kept, median, slowest]) => `| ${name} | ${n} | ${kept} | ${failures === 0 ? 0 : "see the run"} | ${seconds(median)} | ${seconds(slowest)} |`).join("\n")}

Acknowledged by kind: ${Object.entries(ledger)
  .map(([noun, kept]) => `${noun} ${kept.length}`)
  .join(", ")}.
Refusals of the clinic's own rules, which kept nothing: ${[...writers.refusals].map(([reason, n]) => `${n} × ${reason}`).join("; ") || "none"}.
A second fibril on the same folder: ${refused ? `refused, "${refused.split("\n").at(-1)}"` : "LET IN"}.
Audit chain afterwards: ${chain.includes('"fault":null') ? "whole" : chain}.
Failures: ${failures}.
`;
console.log(report);
if (values.out) writeFileSync(values.out, report);
process.exitCode = failures === 0 ? 0 : 1;

/** A write is answered again: health alone would not say that the database takes one. */
async function untilWritten() {
  for (;;) {
    try {
      await ask("/api/demo/clock", { days: 0, hours: 1 });
      return;
    } catch {
      await sleep(25);
    }
  }
}

function count() {
  return Object.values(ledger).reduce((sum, kept) => sum + kept.length, 0);
}

function middle(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
