import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "@fibril/contract";
import { calendarDate } from "@fibril/kernel";
import { questionIds } from "@fibril/suitability";
import pg from "pg";
import { inject } from "vitest";
import { buildApp } from "../src/app.ts";
import { furnishClinic } from "../src/demo/demo-clinic.ts";
import { insertAccount, insertMember } from "../src/features/staff/store.ts";
import { hashPassword, hashSecret, newSecret } from "../src/platform/auth/secrets.ts";
import { enterClinic, returnToGate } from "../src/platform/database/database.ts";
import { openLocalFileVault } from "../src/platform/files/local-file-vault.ts";
import { newId } from "../src/platform/ids.ts";
import { foundClinic } from "../src/workflows/found-clinic.ts";
import { withDatabase } from "./postgres-setup.ts";

export type TestApp = Awaited<ReturnType<typeof buildApp>>;

export interface TestWorld {
  readonly app: TestApp;
  readonly url: string;
  /** The tests' own clock: set it to move time. */
  readonly setNow: (now: Date) => void;
  readonly folder: string;
  readonly sent: { readonly to: string; readonly subject: string; readonly text: string }[];
  /** As the owner of the database, past every wall. */
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly close: () => Promise<void>;
}

/** A fresh copy of the migrated database with the application on it. Wednesday 6 January 2027, 08:00 in London. */
export async function openTestWorld(more: Partial<Parameters<typeof buildApp>[0]> = {}): Promise<TestWorld> {
  const server = inject("postgresUrl");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} template fibril_template`);
  await admin.end();
  const url = withDatabase(server, name);
  const owner = new pg.Client({ connectionString: url });
  owner.on("error", () => undefined);
  await owner.connect();
  let now = new Date("2027-01-06T08:00:00Z");
  const folder = await mkdtemp(join(tmpdir(), "fibril-files-"));
  const sent: { to: string; subject: string; text: string }[] = [];
  const app = await buildApp({
    databaseUrl: url,
    databaseStatus: { engine: "embedded", version: "test", durable: true },
    vault: openLocalFileVault(folder, Buffer.alloc(32, 7)),
    mailbox: {
      leaves: true,
      deliver: async ({ to, subject, text }) => void sent.push({ to, subject, text }),
      close: () => undefined,
    },
    publicUrl: "http://clinic.test",
    secureCookies: false,
    version: "test",
    log: (level, message, detail) => {
      if (level === "error") process.stderr.write(`${message} ${JSON.stringify(detail)}\n`);
    },
    pages: null,
    withJobs: false,
    dataFolder: folder,
    clock: { now: () => now },
    ...more,
  });
  return {
    app,
    url,
    folder,
    sent,
    setNow: (moment) => {
      now = moment;
    },
    query: async (text, values) => (await owner.query(text, values as unknown[])).rows as never,
    close: async () => {
      await app.close();
      await owner.end();
    },
  };
}

export const staffRoles = ["owner", "manager", "practitioner", "front-desk", "auditor", "integrator"] as const;
export const password = "correct horse battery";

export interface TestClinic {
  readonly clinicId: string;
  readonly siteId: string;
  readonly canary: string;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly ownPatientId: string;
  readonly emailOf: (role: Role) => string;
}

/** A clinic with everybody in it, furnished as the demo is, and one patient who has their own pages. */
export async function foundTestClinic({ app }: TestWorld, canary: string): Promise<TestClinic> {
  const now = new Date("2027-01-06T08:00:00Z");
  const makeId = () => newId(now);
  const passwordHash = await hashPassword(password);
  const emailOf = (role: Role) => `${role}@${canary}.example`;
  const tokens = {} as Record<Role, string>;
  const ownPatientId = makeId();
  const founded = await app.services.database.atGate(async (tx) => {
    const { clinicId, owner } = await foundClinic(
      tx,
      {
        name: `Clinic ${canary}`,
        timeZone: "Europe/London",
        phone: "020 7946 0000",
        email: `hello@${canary}.example`,
        emergencyText: "Call 999",
        owner: { name: `Owner ${canary}`, email: emailOf("owner"), passwordHash },
      },
      { now, newId: makeId },
    );
    const staffIds = new Map<string, string>();
    const membershipIds = new Map<Role, string>([["owner", owner.membershipId]]);
    const add = async (key: string, role: (typeof staffRoles)[number]) => {
      const email = key === role ? emailOf(role) : `${key}@${canary}.example`;
      const accountId = await insertAccount(tx, { id: makeId(), email, name: `${key} ${canary}`, passwordHash }, now);
      const member = { accountId, membershipId: makeId(), staffId: makeId(), name: `${key} ${canary}`, email };
      await insertMember(tx, clinicId, { ...member, role }, now);
      staffIds.set(key, member.staffId);
      if (key === role) membershipIds.set(role, member.membershipId);
    };
    for (const role of staffRoles) if (role !== "owner") await add(role, role);
    for (const number of [2, 3, 4]) await add(`practitioner-${number}`, "practitioner");
    await enterClinic(tx, clinicId);
    const { siteIds } = await furnishClinic(tx, {
      clinicId,
      today: calendarDate("2027-01-06"),
      newId: makeId,
      staffIds,
    });
    await tx
      .insertInto("patient")
      .values({
        clinic_id: clinicId,
        id: ownPatientId,
        number: 1,
        given_name: "Own",
        given_name_search: "own",
        family_name: `Patient ${canary}`,
        family_name_search: `patient ${canary}`,
        birth_date: calendarDate("1990-04-02"),
        sex: "female",
        email: emailOf("patient"),
        preferred_contact: "email",
        registered_on: calendarDate("2027-01-06"),
        created_at: now,
      })
      .execute();
    await returnToGate(tx);
    const accountId = await insertAccount(
      tx,
      { id: makeId(), email: emailOf("patient"), name: "Own Patient", passwordHash },
      now,
    );
    const membershipId = makeId();
    await tx
      .insertInto("membership")
      .values({
        clinic_id: clinicId,
        id: membershipId,
        account_id: accountId,
        role: "patient",
        patient_id: ownPatientId,
        patient_relation: "self",
        created_at: now,
      })
      .execute();
    membershipIds.set("patient", membershipId);
    for (const [role, membership] of membershipIds) {
      const secret = newSecret();
      tokens[role] = secret;
      await tx
        .insertInto("api_token")
        .values({
          token_hash: hashSecret(secret),
          id: makeId(),
          clinic_id: clinicId,
          membership_id: membership,
          name: role,
          created_at: now,
        })
        .execute();
    }
    return { clinicId, siteId: siteIds[0] };
  });
  return { ...founded, canary, tokens, ownPatientId, emailOf };
}

let keys = 0;

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer holds and compares it
  readonly body: any;
  readonly text: string;
}

/** Asks as somebody with a token; a new idempotency key each time unless one is given. */
export async function ask(
  { app }: TestWorld,
  token: string | null,
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  keys += 1;
  const response = await app.http.inject({
    method,
    url,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(method === "GET" ? {} : { "idempotency-key": `test-key-${keys}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const isJson = String(response.headers["content-type"]).includes("json");
  return { status: response.statusCode, text: response.body, body: isJson ? response.json() : null };
}

export const registration = {
  givenName: "Ama",
  familyName: "Okafor",
  birthDate: "1990-04-02",
  sex: "female",
  email: null,
  phone: "07700 900123",
  address: null,
  preferredContact: "email",
  note: "",
};

/** Every question answered "no", the area and the cream chosen, phototype seen. */
export function fullConsultation(answers: Readonly<Record<string, unknown>> = {}) {
  return {
    version: 1,
    answers: { ...Object.fromEntries(questionIds.map((question) => [question, { answer: "no" }])), ...answers },
    concerns: [{ concern: "mild-acne-scars", zone: "cheek-left", severity: 2 }],
    area: "face",
    anaesthetic: "lidocaine-prilocaine",
    fitzpatrick: 3,
    skinNotes: "",
  };
}
