import { addDays } from "@fibril/kernel";
import pg from "pg";
import { buildApp } from "../app.ts";
import { insertAccount, insertMember } from "../features/staff/store.ts";
import { hashPassword, hashSecret, newSecret } from "../platform/auth/secrets.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { type Database, enterClinic, openDatabase, returnToGate } from "../platform/database/database.ts";
import { migrate } from "../platform/database/migrate.ts";
import { newId } from "../platform/ids.ts";
import { openMailbox } from "../platform/mail/open-mailbox.ts";
import type { PrepareParts } from "../start-app.ts";
import { defaultEmergencyText } from "../workflows/first-owner.ts";
import { foundClinic } from "../workflows/found-clinic.ts";
import { beingMade } from "./being-made.ts";
import { furnishClinic } from "./demo-clinic.ts";
import { demoPassword, demoPatients, demoStaff, emailOf } from "./demo-people.ts";
import { tell } from "./demo-scripts.ts";
import { demoStories } from "./demo-stories.ts";
import { openingMoment } from "./opening-moment.ts";
import { simulate } from "./simulation.ts";

const timeZone = "Europe/London";

/**
 * Fills an empty database with the demo clinic: its people work through more than a year of it, by the application's
 * own routes and rules, up to a morning at the clinic. A database that has a clinic is left alone.
 */
export async function seedDemo({ databaseUrl, vault, clock, log }: PrepareParts): Promise<void> {
  await dropHalfDemo(databaseUrl, log);
  const database = openDatabase(databaseUrl, 2);
  try {
    const clinic = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").executeTakeFirst());
    if (clinic) return;
    const { own_clinic_since: isOwn } = await database.atGate((tx) =>
      tx.selectFrom("installation").select("own_clinic_since").executeTakeFirstOrThrow(),
    );
    if (isOwn) {
      log("this demo was ended for a clinic of your own, so it is not made again; --data names a folder for another");
      return;
    }
    log("filling the demo clinic: about half a minute, once");
    const until = openingMoment(clock.now(), timeZone);
    await setHaste(databaseUrl, "off");
    const founded = await openClinic(database, until);
    let now = until;
    const app = await buildApp({
      databaseUrl,
      databaseStatus: { engine: "embedded", version: "", durable: true },
      vault,
      mailbox: openMailbox(null),
      publicUrl: "http://127.0.0.1:4180",
      secureCookies: false,
      version: "seed",
      log: (level, message, detail) => log(`${level}: ${message} ${JSON.stringify(detail ?? {})}`),
      pages: null,
      withJobs: false,
      clock: { now: () => now },
    });
    const today = civilDay(until, timeZone);
    const cast = { today, siteIds: founded.siteIds, practitionerOf };
    const stories = demoStories(today);
    const steps = stories.flatMap((story, index) => {
      const person = demoPatients[index];
      return person ? [tell(person, index, story, cast)] : [];
    });
    const setNow = (moment: Date) => {
      now = moment;
    };
    await simulate(steps, { http: app.http, tokens: founded.tokens, timeZone, setNow, until });
    await app.close();
    // Care first: a kill between the two leaves a half-made demo, which is made anew, and never a hasty whole one.
    await setHaste(databaseUrl, "on");
    const offsetSeconds = Math.round((until.getTime() - clock.now().getTime()) / 1000);
    await finishDemo(database, founded.clinicId, { now: until, offsetSeconds });
  } finally {
    await database.close();
  }
}

/**
 * While the demo is made its commits need not reach the disk one by one: whatever is cut short is made anew. The last
 * act waits for the disk, and the log before it goes to disk with it: then the demo is as durable as any record.
 */
async function setHaste(databaseUrl: string, synchronousCommit: "on" | "off"): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>("select current_database() as name");
    const name = owner.escapeIdentifier(rows[0]?.name ?? "");
    if (synchronousCommit === "off") {
      await owner.query(`alter database ${name} set synchronous_commit = off`);
      await owner.query("update installation set demo_accounts = $1", [JSON.stringify(beingMade)]);
      return;
    }
    await owner.query("set synchronous_commit = on");
    await owner.query(`alter database ${name} reset synchronous_commit`);
    // Only so that a start after a kill has less to repeat; the user of a database of one's own may not.
    const { rows: may } = await owner.query("select where pg_has_role('pg_checkpoint', 'usage')");
    if (may.length > 0) await owner.query("checkpoint");
  });
}

/** A demo whose making was cut short is dropped, so that the next start makes a whole one. */
async function dropHalfDemo(databaseUrl: string, log: (message: string) => void): Promise<void> {
  const isHalf = await asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ accounts: unknown }>("select demo_accounts as accounts from installation");
    if (rows[0]?.accounts !== beingMade) return false;
    await owner.query("drop schema public cascade; create schema public; drop schema if exists pgboss cascade");
    return true;
  });
  if (!isHalf) return;
  log("the demo clinic was not finished last time: making it anew");
  await migrate(databaseUrl);
}

async function asOwner<Value>(databaseUrl: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function practitionerOf(name: string): string {
  const found = demoStaff.find((member) => member.name === name);
  if (!found) throw new Error(`nobody called ${name} treats in the demo`);
  return found.key;
}

/** The clinic, its people and places, and a token for each of them while the demo is being lived. */
async function openClinic(database: Database, now: Date) {
  const passwordHash = await hashPassword(demoPassword);
  const makeId = () => newId(now);
  return database.atGate(async (tx) => {
    const [owner, ...others] = demoStaff;
    const { clinicId, owner: ownerIds } = await foundClinic(
      tx,
      {
        name: "Alder Lane Clinic",
        timeZone,
        phone: "020 7946 0100",
        email: "hello@alder.example",
        emergencyText: defaultEmergencyText,
        owner: { name: owner.name, email: emailOf(owner.key), passwordHash },
      },
      { now, newId: makeId },
    );
    const members = new Map([[owner.key as string, ownerIds]]);
    for (const { key, role, name } of others) {
      const email = emailOf(key);
      const accountId = await insertAccount(tx, { id: makeId(), email, name, passwordHash }, now);
      const member = { accountId, membershipId: makeId(), staffId: makeId(), name, email };
      await insertMember(tx, clinicId, { ...member, role }, now);
      members.set(key, member);
    }
    const tokens = new Map<string, string>();
    for (const [key, { membershipId }] of members) {
      const secret = newSecret();
      tokens.set(key, secret);
      await tx
        .insertInto("api_token")
        .values({
          token_hash: hashSecret(secret),
          id: makeId(),
          clinic_id: clinicId,
          membership_id: membershipId,
          name: "demo seed",
          created_at: now,
        })
        .execute();
    }
    await enterClinic(tx, clinicId);
    const staffIds = new Map([...members].map(([key, { staffId }]) => [key, staffId]));
    const { siteIds } = await furnishClinic(tx, { clinicId, today: civilDay(now, timeZone), newId: makeId, staffIds });
    await returnToGate(tx);
    return { clinicId, siteIds, tokens };
  });
}

/** Seeding tokens end, the demo's log-ins are told, its clock shows the opening, and one practitioner falls ill so that somebody must plan again. */
async function finishDemo(
  database: Database,
  clinicId: string,
  { now, offsetSeconds }: { readonly now: Date; readonly offsetSeconds: number },
): Promise<void> {
  const today = civilDay(now, timeZone);
  await database.atGate(async (tx) => {
    await tx.deleteFrom("api_token").where("clinic_id", "=", clinicId).where("name", "=", "demo seed").execute();
    const patient = await addPortalAccount(tx, clinicId, now);
    const accounts = demoStaff
      .filter(({ key }) => !/-[234]$/.test(key))
      .map(({ key, role, name, description }) => ({
        role,
        name,
        email: emailOf(key),
        password: demoPassword,
        description,
      }));
    const all = patient
      ? [
          ...accounts,
          { role: "patient", ...patient, password: demoPassword, description: "The same story from the other side" },
        ]
      : accounts;
    await tx
      .updateTable("installation")
      .set({ demo: true, demo_accounts: JSON.stringify(all), clock_offset_seconds: offsetSeconds })
      .execute();
    await enterClinic(tx, clinicId);
    const ill = await tx
      .selectFrom("resource")
      .select("id")
      .where("clinic_id", "=", clinicId)
      .where("name", "=", "Tom Ellery, RN")
      .executeTakeFirst();
    if (ill) {
      const absence = {
        clinic_id: clinicId,
        id: newId(now),
        resource_id: ill.id,
        from_day: addDays(today, 1),
        to_day: addDays(today, 21),
        reason: "ill",
      };
      await tx.insertInto("absence").values(absence).execute();
    }
    await tx
      .updateTable("message")
      .set({ sent_at: now })
      .where("clinic_id", "=", clinicId)
      .where("due_at", "<=", now)
      .execute();
    await returnToGate(tx);
  });
}

/** The first patient of the demo may sign in by password as well, so that one click on a role card is enough. */
async function addPortalAccount(tx: Parameters<Parameters<Database["atGate"]>[0]>[0], clinicId: string, now: Date) {
  await enterClinic(tx, clinicId);
  const patient = await tx
    .selectFrom("patient")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("family_name", "=", "Okafor")
    .executeTakeFirst();
  await returnToGate(tx);
  if (!patient?.email) return null;
  const name = `${patient.given_name} ${patient.family_name}`;
  const passwordHash = await hashPassword(demoPassword);
  const accountId = await insertAccount(tx, { id: newId(now), email: patient.email, name, passwordHash }, now);
  await tx
    .insertInto("membership")
    .values({
      clinic_id: clinicId,
      id: newId(now),
      account_id: accountId,
      role: "patient",
      patient_id: patient.id,
      patient_relation: "self",
      created_at: now,
    })
    .execute();
  return { name, email: patient.email };
}
