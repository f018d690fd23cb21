// `node bench/crash/crash-rounds.mjs [--rounds 30] [--out FILE]`: see README.md.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
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

// Ctrl-C and TERM end the run after the round that is under way; the report then tells how many there were.
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    interrupted = true;
  });
}

const tallies = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { restartsMs: [], kept: 0, problems: 0 }]));
let failures = refused?.includes("another fibril already runs") ? 0 : 1;
for (let round = 0; round < rounds && !interrupted; round++) {
  for (const [kind, tally] of Object.entries(tallies)) {
    const keptBefore = count();
    writers.setDay((await ask("/api/demo/clock", { days: 1, hours: 0 })).today);
    await sleep(400 + random() * 1_600);
    const began = performance.now();
    await installation.kill(kind, round);
    if (kind !== "postgres") await installation.start();
    await untilWritten();
    const upMs = performance.now() - began;
    tally.restartsMs.push(upMs);
    const problems = await examine(installation.query, structuredClone(ledger));
    tally.problems += problems.length;
    tally.kept += count() - keptBefore;
    for (const problem of problems) console.log(`${kinds[kind]}, round ${round + 1}: ${problem}`);
    console.error(`${kinds[kind]} ${round + 1}/${rounds}: up in ${seconds(upMs)}, ${count()} kept`);
  }
}
for (const { restartsMs, problems } of Object.values(tallies)) {
  restartsMs.sort((left, right) => left - right);
  failures += problems + restartsMs.filter((ms) => ms > aimMs).length;
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

| killed | rounds | acknowledged writes | lost or partial, times | from the kill to the next written answer: median | slowest (aim ≤ 10 s) |
|---|---|---|---|---|---|
${Object.entries(tallies).map(row).join("\n")}

Acknowledged by kind: ${Object.entries(ledger)
  .map(([noun, kept]) => `${noun} ${kept.length}`)
  .join(", ")}.
Refusals of the clinic's own rules, which kept nothing: ${[...writers.refusals].map(([reason, n]) => `${n} × ${reason}`).join("; ") || "none"}.
A second fibril on the same folder: ${refused ? `refused, "${refused.split("\n").at(-1)}"` : "LET IN"}.
Audit chain afterwards: ${chain.includes('"fault":null') ? "whole" : chain}.
Failures, a start slower than the aim included: ${failures}. Load of the machine at the end: ${loadavg()[1].toFixed(1)} on ${cpus().length} cores.
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

function row([kind, { restartsMs, kept, problems }]) {
  const cells = [
    kinds[kind],
    restartsMs.length,
    kept,
    problems,
    seconds(middle(restartsMs)),
    seconds(restartsMs.at(-1)),
  ];
  return `| ${cells.join(" | ")} |`;
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
