import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, socketOf, urlOf } from "./cluster.ts";
import { freePort, isFreePort } from "./free-port.ts";
import { PostgresRefusal } from "./postgres-server.ts";
import {
  findPostmaster,
  isPostmasterAlive,
  type Postmaster,
  removeStaleLockFiles,
  stopPostmaster,
} from "./postmaster.ts";
import { readServerFolder } from "./read-server.ts";

export interface Supervisor {
  readonly port: number;
  /** Whether the server ran already when we came. */
  readonly wasRunning: boolean;
  readonly stop: () => Promise<void>;
  /** Ends the watch and leaves the server as it is. */
  readonly leave: () => void;
}

/** For a start that is refused, as the first one after a hard kill may be. */
const startWithinMs = 10_000;
/** For one that lives and repairs itself from its log of writes. */
const recoverWithinMs = 120_000;
const watchEveryMs = 250;

/**
 * Starts the server, or adopts one that a killed process left running and that answers with our secret, and starts it
 * again on the same port whenever it dies.
 */
export async function superviseCluster(cluster: Cluster, log: (message: string) => void): Promise<Supervisor> {
  const first = await startOrAdopt(cluster, await choosePort(cluster), log);
  const { port } = first;
  let { pid, wasRunning } = first;
  // Where the process ends without `stop`, a server of our own is told to end by itself; one that others use goes on.
  const onExit = () => {
    if (!wasRunning && isPostmasterAlive(pid, cluster.folder)) process.kill(pid, "SIGINT");
  };
  process.once("exit", onExit);
  let state: "up" | "starting" | "left" = "up";
  const watch = setInterval(() => {
    if (state !== "up" || isPostmasterAlive(pid, cluster.folder)) return;
    state = "starting";
    log("PostgreSQL died: starting it again");
    void restart();
  }, watchEveryMs);
  const leave = () => {
    state = "left";
    clearInterval(watch);
    process.off("exit", onExit);
  };
  return {
    port,
    wasRunning: first.wasRunning,
    leave,
    stop: async () => {
      leave();
      const current = await findPostmaster(cluster.folder);
      await stopPostmaster(current?.pid ?? pid, cluster.folder);
    },
  };

  async function restart(): Promise<void> {
    try {
      ({ pid, wasRunning } = await startOrAdopt(cluster, port, log));
    } catch (fault) {
      log(`PostgreSQL does not start: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    if (state !== "left") state = "up";
  }
}

/** The port of the server that runs; else that of last time where it is free, so that a restart is found where it was. */
async function choosePort({ folder, portFile }: Cluster): Promise<number> {
  const running = await findPostmaster(folder);
  if (running) return running.port;
  const last = Number(await readFile(portFile, "utf8").catch(() => "0"));
  const port = last > 0 && (await isFreePort(last)) ? last : await freePort();
  await writeFile(portFile, String(port));
  return port;
}

interface Found extends Postmaster {
  readonly wasRunning: boolean;
}

async function startOrAdopt(cluster: Cluster, port: number, log: (message: string) => void): Promise<Found> {
  const until = Date.now() + startWithinMs;
  let reason = "";
  while (Date.now() < until) {
    const running = await findPostmaster(cluster.folder);
    if (running && (await answers(cluster, running.port))) {
      log(`using the PostgreSQL that already runs (pid ${running.pid})`);
      return { ...running, wasRunning: true };
    }
    await removeStaleLockFiles(cluster.folder);
    const spawned = await spawnPostgres(cluster, port);
    if (typeof spawned === "number") return { pid: spawned, port, wasRunning: false };
    reason = spawned;
    await sleep(200);
  }
  throw new PostgresRefusal(`PostgreSQL did not start within ${startWithinMs / 1000} s: ${reason}`);
}

/** Small memory, every write on the disk before it is acknowledged; its log holds no value of a row. */
const settings = [
  "listen_addresses=127.0.0.1",
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
  "log_error_verbosity=terse",
  "log_min_error_statement=panic",
];

/** Starts the server detached, so that our own death leaves it whole; its process number where it answers, else the end of its log. */
async function spawnPostgres(cluster: Cluster, port: number): Promise<number | string> {
  const logFile = await openLog(cluster.logFile);
  const from = (await logFile.stat()).size;
  const sockets = socketOf(cluster, port) ? `"${cluster.folder.replaceAll('"', '""')}"` : "";
  const chosen = [...settings, `unix_socket_directories=${sockets}`];
  const words = ["-D", cluster.folder, "-p", String(port), ...chosen.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(cluster.binaries, "bin", "postgres"), words, {
    stdio: ["ignore", logFile.fd, logFile.fd],
    detached: true,
    cwd: "/",
    ...(cluster.user ?? {}),
  });
  let ended = "";
  child.once("exit", () => {
    ended = "it ended without a reason";
  });
  child.once("error", (fault) => {
    ended = fault.message;
  });
  child.unref();
  const onExit = () => child.kill("SIGINT");
  process.once("exit", onExit);
  const until = Date.now() + recoverWithinMs;
  let isOurs = false;
  try {
    while (ended === "" && Date.now() < until) {
      isOurs = child.pid !== undefined && (await answers(cluster, port));
      if (isOurs && child.pid !== undefined) return child.pid;
      await sleep(50);
    }
    const told = (await readFile(cluster.logFile)).subarray(from).toString().trim().slice(-600);
    return told || ended || "it does not answer with the secret of this data folder";
  } finally {
    // One that lives and never let us in is not left behind.
    if (!isOurs && ended === "" && child.pid !== undefined) await stopPostmaster(child.pid, cluster.folder);
    process.off("exit", onExit);
    await logFile.close();
  }
}

const maxLogBytes = 8 * 1024 * 1024;

async function openLog(path: string) {
  const file = await open(path, "a", 0o600);
  if ((await file.stat()).size > maxLogBytes) await truncate(path);
  return file;
}

/** SQLSTATE of a password that is not the one. */
const wrongPassword = "28P01";

/** Whether this very cluster answers there with our secret. @throws PostgresRefusal where it wants another secret. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return (await readServerFolder(urlOf(cluster, port, "postgres"))) === cluster.folder;
  } catch (fault) {
    const socket = socketOf(cluster, port);
    if (socket && existsSync(socket) && (fault as { readonly code?: unknown }).code === wrongPassword)
      throw new PostgresRefusal(
        `the records in ${cluster.folder} belong to another postgres-secret: put the right one back from a copy of this folder`,
      );
    // Not yet, or somebody else: both mean that it is not ours to use now.
    return false;
  }
}
