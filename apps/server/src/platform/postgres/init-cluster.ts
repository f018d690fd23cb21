import { spawn } from "node:child_process";
import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cluster } from "./cluster.ts";
import { PostgresRefusal } from "./postgres-server.ts";

/** Makes an empty cluster whose owner signs in with our secret; a try that was cut short leaves nothing behind. */
export async function initCluster(cluster: Cluster): Promise<void> {
  await rm(cluster.folder, { recursive: true, force: true });
  await mkdir(cluster.folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(cluster.folder), "initial-password");
  await writeFile(passwordFile, `${cluster.secret}\n`, { mode: 0o600 });
  if (cluster.user) {
    await chown(cluster.folder, cluster.user.uid, cluster.user.gid);
    await chown(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  const words = ["-D", cluster.folder, "-U", "fibril_owner", "-A", "scram-sha-256", "--pwfile", passwordFile];
  const locale = ["--encoding", "UTF8", "--locale", "C", "--data-checksums"];
  const { code, output } = await runToEnd(join(cluster.binaries, "bin", "initdb"), [...words, ...locale], cluster);
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  await rm(cluster.folder, { recursive: true, force: true });
  throw new PostgresRefusal(
    `PostgreSQL could not make its data folder ${cluster.folder}: ${output.trim().slice(-800)}`,
  );
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
