import { spawn } from "node:child_process";
import { open, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, urlOf } from "./cluster.ts";
import { PostgresRefusal } from "./postgres-server.ts";
import { readServer } from "./read-server.ts";

export interface Supervisor {
  readonly port: () => number;
  /** Whether the server ran already when we came. */
  readonly wasRunning: boolean;
  readonly stop: () => Promise<void>;
  /** Ends the watch and leaves the server as it is. */
  readonly leave: () => void;
}

const startWithinMs = 10_000;
const watchEveryMs = 250;

/**
 * Starts the server, or adopts one that a killed process left running and that answers with our secret, and starts it
 * again on the same port whenever it dies. The lock file of a live server is never touched.
 */
export async function superviseCluster(cluster: Cluster, log: (message: string) => void): Promise<Supervisor> {
  const port = await choosePort(cluster);
  let state: "up" | "starting" | "left" = "starting";
  const running = await readPidFile(cluster);
  let postmaster = await startOrAdopt(cluster, port, log);
  const wasRunning = running?.pid === postmaster;
  state = "up";
  const watch = setInterval(() => {
    if (state !== "up" || isAlive(postmaster)) return;
    state = "starting";
    log("PostgreSQL died: starting it again");
    startOrAdopt(cluster, port, log).then(
      (pid) => {
        postmaster = pid;
        state = state === "left" ? "left" : "up";
      },
      (fault: Error) => {
        log(`PostgreSQL does not start: ${fault.message}`);
        state = state === "left" ? "left" : "up";
      },
    );
  }, watchEveryMs);
  const leave = () => {
    state = "left";
    clearInterval(watch);
  };
  return {
    port: () => port,
    wasRunning,
    leave,
    stop: async () => {
      leave();
      await stopPostmaster(postmaster);
    },
  };
}

/** The port of last time where it is still ours or free, so that a restart is found where it was. */
async function choosePort(cluster: Cluster): Promise<number> {
  const running = await readPidFile(cluster);
  if (running && isAlive(running.pid)) return running.port;
  const last = Number(await readFile(cluster.portFile, "utf8").catch(() => "0"));
  const port = last > 0 && (await isFree(last)) ? last : await freePort();
  await writeFile(cluster.portFile, String(port));
  return port;
}

async function startOrAdopt(cluster: Cluster, port: number, log: (message: string) => void): Promise<number> {
  const until = Date.now() + startWithinMs;
  let reason = "";
  let started = false;
  while (Date.now() < until) {
    const running = await readPidFile(cluster);
    if (running && isAlive(running.pid) && (await answers(cluster, running.port))) {
      if (!started) log(`using the PostgreSQL that already runs (pid ${running.pid})`);
      return running.pid;
    }
    reason = await spawnPostgres(cluster, port, until);
    started = reason === "";
    if (reason !== "") await sleep(200);
  }
  throw new PostgresRefusal(`PostgreSQL did not start within ${startWithinMs / 1000} s: ${reason}`);
}

/** Starts the server detached, so that our own death leaves it whole; empty where it answers, else the end of its log. */
async function spawnPostgres(cluster: Cluster, port: number, until: number): Promise<string> {
  const logFile = await open(cluster.logFile, "a", 0o600);
  const from = (await logFile.stat()).size;
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=60",
    "shared_buffers=48MB",
    "wal_buffers=1MB",
    "max_wal_size=256MB",
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "jit=off",
    "max_parallel_workers=0",
    "log_min_messages=warning",
  ];
  const words = ["-D", cluster.folder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(cluster.binaries, "bin", "postgres"), words, {
    stdio: ["ignore", logFile.fd, logFile.fd],
    detached: true,
    cwd: "/",
    ...(cluster.user ?? {}),
  });
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  child.unref();
  try {
    while (!ended && Date.now() < until) {
      if (await answers(cluster, port)) return "";
      await sleep(50);
    }
    return (await readFile(cluster.logFile, "utf8")).slice(from).trim().slice(-600) || "no reason given";
  } finally {
    await logFile.close();
  }
}

/** Whether this very cluster answers there with our secret. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return (await readServer(urlOf(cluster, port, "postgres"))).folder === cluster.folder;
  } catch {
    // Not yet, or somebody else: both mean that it is not ours to use now.
    return false;
  }
}

async function readPidFile({ folder }: Cluster): Promise<{ readonly pid: number; readonly port: number } | null> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 1 && port > 0 ? { pid, port } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Fast shutdown; after ten seconds at once, which the next start repairs from the log of writes. */
async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, waitMs] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 3_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + waitMs;
    while (isAlive(pid) && Date.now() < until) await sleep(25);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
