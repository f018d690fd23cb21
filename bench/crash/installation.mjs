// A demo clinic in a folder of its own that can be started, killed in three ways and asked.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const cli = fileURLToPath(new URL("../../apps/cli/bin/fibril.mjs", import.meta.url));

export async function openInstallation() {
  const folder = mkdtempSync(join(tmpdir(), "fibril crash "));
  // So that PostgreSQL, which as root runs as a user of its own, works inside this folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const words = ["--data", folder, "--port", String(port)];
  let child = null;
  const expected = new Set();

  const start = () =>
    new Promise((resolve, reject) => {
      child = spawn(process.execPath, [cli, "demo", "--json", ...words], { stdio: ["ignore", "pipe", "pipe"] });
      let told = "";
      child.stdout.once("data", (line) => resolve(JSON.parse(String(line))));
      child.stderr.on("data", (text) => {
        told = `${told}${text}`.slice(-4000);
      });
      const started = child;
      child.once("exit", (code, signal) => {
        reject(new Error(`fibril did not start: ${told}`));
        if (!expected.has(started)) throw new Error(`fibril ended by itself (${code ?? signal}): ${told}`);
      });
    });

  return {
    folder,
    url: `http://127.0.0.1:${port}`,
    start,
    token: (role) => execFileSync(process.execPath, [cli, "token", "create", "--role", role, ...words], quietly).trim(),
    verifyAudit: () => execFileSync(process.execPath, [cli, "verify-audit", "--data", folder], quietly).trim(),
    /** What a second fibril on the same folder says before it ends; null where it was let in. */
    secondStart: () => {
      try {
        execFileSync(process.execPath, [cli, "demo", "--data", folder], { ...quietly, timeout: 60_000 });
        return null;
      } catch (fault) {
        return fault.status === 1 ? fault.stderr.trim() : null;
      }
    },
    query: async (text, values) => {
      const secret = readFileSync(join(folder, "postgres-secret"), "utf8").trim();
      const client = new pg.Client({
        host: "127.0.0.1",
        port: Number(readFileSync(join(folder, "postgres/port"), "utf8")),
        user: "fibril_owner",
        password: secret,
        database: "fibril",
      });
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    /** SIGKILL, nothing else; resolves when the processes named are gone. */
    kill: async (what, round) => {
      const postmaster = postmasterOf(folder);
      const backends = childrenOf(postmaster);
      const victims = {
        node: [child.pid],
        both: [child.pid, postmaster, ...backends],
        // In turn the postmaster alone, whose backends then end by themselves, and all of it at once.
        postgres: round % 2 === 0 ? [postmaster] : [postmaster, ...backends],
      }[what];
      if (what !== "postgres") expected.add(child);
      const gone = what === "postgres" ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve));
      for (const pid of victims) process.kill(pid, "SIGKILL");
      await gone;
    },
    stop: async () => {
      expected.add(child);
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const quietly = { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };

function postmasterOf(folder) {
  return Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
}

function childrenOf(parent) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]) === parent;
      } catch {
        return false;
      }
    });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
