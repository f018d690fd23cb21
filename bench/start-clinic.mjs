// A clinic of its own for a measurement: PostgreSQL in a temporary folder, the application listening, a token for each role.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createToken, readSettings, startApp } from "@fibril/server";

export async function startClinic({ port, seed }) {
  const folder = await mkdtemp(join(tmpdir(), "fibril bench "));
  const settings = readSettings({
    flags: { port: String(port), data: folder },
    environment: {},
    workingFolder: folder,
  });
  const databaseUrl = { current: "" };
  const app = await startApp({
    settings,
    log: (line) => console.error(line),
    prepare: async (parts) => {
      databaseUrl.current = parts.databaseUrl;
      await seed(parts);
    },
  });
  const token = (role) =>
    createToken({ databaseUrl: databaseUrl.current, role, name: `bench ${role}`, clinicId: null });
  const stop = async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: app.url, databaseUrl: databaseUrl.current, token, stop };
}

let keys = 0;

/** One call of the API; the status and what was answered. */
export async function call({ url, token, method = "GET", path, body }) {
  keys += 1;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "idempotency-key": `bench-${process.pid}-${keys}`,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
}

export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
