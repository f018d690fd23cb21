import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createToken } from "../src/operations/create-token.ts";
import { readSettings } from "../src/platform/settings/settings.ts";
import { type RunningApp, startApp } from "../src/start-app.ts";
import { withDatabase } from "./postgres-setup.ts";

const other = createServer();
let app: RunningApp;
let databaseUrl: string;

beforeAll(async () => {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query(`create database ${name} template fibril_template`);
  await admin.end();
  databaseUrl = withDatabase(inject("postgresUrl"), name);
  await once(other.listen(0, "127.0.0.1"), "listening");
  const { port } = other.address() as AddressInfo;
  const workingFolder = await mkdtemp(join(tmpdir(), "fibril next port "));
  const environment = { DATABASE_URL: databaseUrl, FIBRIL_PORT: String(port), FIBRIL_DATA_DIR: workingFolder };
  const settings = readSettings({ flags: {}, environment, workingFolder });
  app = await startApp({ settings, log: () => undefined });
}, 60_000);
afterAll(async () => {
  await app.stop();
  other.close();
});

async function post(path: string, body: unknown, token: string | null) {
  const response = await fetch(`${app.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { readonly link?: string } };
}

describe("where the usual port belongs to another program", () => {
  it("the next one is taken, and the links in messages lead there", async () => {
    const taken = (other.address() as AddressInfo).port;
    expect(Number(new URL(app.url).port)).toBeGreaterThan(taken);
    const token = new URL(app.firstOwnerUrl ?? "").hash.slice(1);
    const owner = { clinicName: "Rowan Clinic", timeZone: "Europe/London", name: "Nia", email: "nia@rowan.example" };
    const founded = await post("/api/first-owner", { ...owner, token, password: "correct horse battery" }, null);
    expect(founded.status).toBe(201);
    const script = await createToken({ databaseUrl, role: "owner", name: "script", clinicId: null });
    const invited = { email: "cato@rowan.example", role: "practitioner", name: "Cato" };
    const { body } = await post("/api/staff/invitations", invited, script);
    expect(body.link?.startsWith(`${app.url}/invitation#`)).toBe(true);
  });
});
