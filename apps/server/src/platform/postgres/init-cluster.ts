import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chown, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { moveUnlessThere } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { PostgresRefusal } from "./postgres-server.ts";
import { isRunning } from "./postmaster.ts";

const draftName = /^draft-(\d+)-/;

/** Makes an empty cluster whose owner signs in with our secret: beside its place first, so that a try cut short is never taken for one. */
export async function initCluster(cluster: Cluster): Promise<void> {
  const home = dirname(cluster.folder);
  await removeLeftDrafts(home);
  const draft = join(home, `draft-${process.pid}-${randomUUID()}`);
  const data = join(draft, "data");
  const passwordFile = join(draft, "initial-password");
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${cluster.secret}\n`, { mode: 0o600 });
    if (cluster.user) {
      for (const path of [draft, data, passwordFile]) await chown(path, cluster.user.uid, cluster.user.gid);
    }
    const words = ["-D", data, "-U", "fibril_owner", "-A", "scram-sha-256", "--pwfile", passwordFile];
    const locale = ["--encoding", "UTF8", "--locale", "C", "--data-checksums"];
    const { code, output } = await runToEnd(join(cluster.binaries, "bin", "initdb"), [...words, ...locale], cluster);
    if (code !== 0)
      throw new PostgresRefusal(`PostgreSQL could not make its data folder ${cluster.folder}: ${mainWords(output)}`);
    await moveUnlessThere(data, cluster.folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** What initdb says went wrong; where it names nothing, its last words. */
function mainWords(output: string): string {
  const wrong = output.split("\n").filter((line) => /error|fatal|could not|no space|denied/i.test(line));
  return (wrong.join("; ") || output.trim()).slice(-800);
}

async function removeLeftDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = Number(draftName.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) await rm(join(home, name), { recursive: true, force: true });
  }
}

function runToEnd(command: string, words: readonly string[], { user }: Cluster) {
  return new Promise<{ readonly code: number | null; readonly output: string }>((resolve, reject) => {
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"], cwd: "/", ...(user ?? {}) });
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
