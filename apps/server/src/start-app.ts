import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "./app.ts";
import { beingMade } from "./demo/being-made.ts";
import { hasClinic } from "./features/clinic/store.ts";
import { insertSecret } from "./platform/auth/one-time-secrets.ts";
import { newSecret } from "./platform/auth/secrets.ts";
import { type Clock, systemClock } from "./platform/clock/clock.ts";
import { openDatabase } from "./platform/database/database.ts";
import { migrate, refuseUnlessCurrent } from "./platform/database/migrate.ts";
import type { FileVault } from "./platform/files/file-vault.ts";
import { openLocalFileVault, readMasterKey } from "./platform/files/local-file-vault.ts";
import { newId } from "./platform/ids.ts";
import { openMailbox } from "./platform/mail/open-mailbox.ts";
import { connectPostgres } from "./platform/postgres/connect-postgres.ts";
import type { PostgresServer } from "./platform/postgres/postgres-server.ts";
import { readServer } from "./platform/postgres/read-server.ts";
import { startPostgres } from "./platform/postgres/start-postgres.ts";
import { Refusal } from "./platform/refusal.ts";
import type { Settings } from "./platform/settings/settings.ts";

const packageFile = fileURLToPath(new URL("../package.json", import.meta.url));
export const version: string = (JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version;
const webFolder = fileURLToPath(new URL("../../web/", import.meta.url));

export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly description: string;
}

export interface RunningApp {
  readonly url: string;
  /** The demo's log-ins; empty outside a demo. */
  readonly accounts: readonly DemoAccount[];
  /** Where the first owner is made, on an empty installation; shown once. */
  readonly firstOwnerUrl: string | null;
  readonly stop: () => Promise<void>;
}

export interface PrepareParts {
  readonly databaseUrl: string;
  readonly vault: FileVault;
  readonly clock: Clock;
  readonly log: (message: string) => void;
}

export interface StartParts {
  readonly settings: Settings;
  readonly log: (message: string) => void;
  /** Fills an empty database before anybody is let in. */
  readonly prepare?: (parts: PrepareParts) => Promise<void>;
}

function addressOf({ host, port }: Settings): string {
  return `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
}

/** PostgreSQL, its port, migrations, the application; each is undone again where a later one fails. */
export async function startApp({ settings: asked, log, prepare }: StartParts): Promise<RunningApp> {
  // On a folder that holds something the claim on it is refused first: that tells more than a taken port.
  if (asked.portIsFixed && !existsSync(join(asked.dataFolder, "postgres-secret"))) await choosePort(asked, log);
  const postgres = await openPostgres(asked, log);
  try {
    const settings = { ...asked, port: await choosePort(asked, log) };
    const applied = await migrate(postgres.url);
    if (applied.length > 0) log(`migrated: ${applied.join(", ")}`);
    const vault = await openVault(settings);
    if (prepare) await prepare({ databaseUrl: postgres.url, vault, clock: systemClock, log });
    else await refuseHalfDemo(postgres.url);
    // Read once all is prepared: while a demo is made the database is in haste, also one whose making was cut short.
    const { durable } = await readServer(postgres.url);
    const app = await buildFor(settings, { postgres: { ...postgres, durable }, vault, log });
    try {
      const { host, port } = settings;
      await app.services.database.openAll();
      await app.http.listen({ host, port });
      const url = addressOf(settings);
      const { accounts, firstOwnerUrl } = await readDoor(postgres.url, settings.publicUrl ?? url);
      return {
        url,
        accounts,
        firstOwnerUrl,
        stop: async () => {
          await app.close();
          await postgres.stop();
        },
      };
    } catch (fault) {
      await app.close();
      throw fault;
    }
  } catch (fault) {
    await postgres.stop();
    throw fault;
  }
}

function openPostgres({ databaseUrl, dataFolder }: Settings, log: (message: string) => void): Promise<PostgresServer> {
  return databaseUrl ? connectPostgres(databaseUrl) : startPostgres({ dataFolder, log });
}

/** For a command that does one thing and ends, also beside a running fibril; it may be the first on this folder. */
export function openForErrand(
  { databaseUrl, dataFolder }: Settings,
  log: (message: string) => void,
): Promise<PostgresServer> {
  return databaseUrl ? connectPostgres(databaseUrl) : startPostgres({ dataFolder, log, errand: true });
}

/** The same for a command that needs records of this version: nothing is made where there are none. @throws Refusal */
export async function openRecords(settings: Settings, log: (message: string) => void): Promise<PostgresServer> {
  const { databaseUrl, dataFolder } = settings;
  if (!databaseUrl && !existsSync(join(dataFolder, "postgres-secret")))
    throw new Refusal(`there is no clinic in ${dataFolder}: name its folder with --data`);
  const postgres = await openForErrand(settings, log);
  try {
    await refuseUnlessCurrent(postgres.url);
    return postgres;
  } catch (fault) {
    await postgres.stop();
    throw fault;
  }
}

export async function openVault({ dataFolder }: Settings): Promise<FileVault> {
  const files = join(dataFolder, "files");
  return openLocalFileVault(files, await readMasterKey(join(dataFolder, "master-key"), files));
}

interface Ground {
  readonly postgres: PostgresServer;
  readonly vault: FileVault;
  readonly log: (message: string) => void;
}

async function buildFor(settings: Settings, { postgres, vault, log }: Ground) {
  const { publicUrl, smtpUrl, trustedProxies, availabilityMegabytes } = settings;
  return buildApp({
    databaseUrl: postgres.url,
    databaseStatus: postgres,
    vault,
    mailbox: openMailbox(smtpUrl),
    publicUrl: publicUrl ?? addressOf(settings),
    secureCookies: publicUrl?.startsWith("https:") ?? false,
    version,
    log: (level, message, detail) => {
      if (level !== "info") log(`${level}: ${message} ${detail ? JSON.stringify(detail) : ""}`);
    },
    pages: { application: join(webFolder, "dist/client"), education: join(webFolder, "dist-learn") },
    withJobs: true,
    dataFolder: settings.dataFolder,
    trustedProxies,
    availabilityMegabytes,
  });
}

const portTries = 20;

/**
 * The port asked for; where it was only the usual one and is taken, the next free one, said so. Chosen before anything is
 * made: links in messages name it, and a port that can't be had is told at once.
 */
async function choosePort({ host, port: first, portIsFixed }: Settings, log: (message: string) => void) {
  for (let port = first; ; port++) {
    if (await isFree({ host, port })) return port;
    if (portIsFixed) throw new Refusal(`port ${port} is taken: name another one with --port`);
    if (port >= first + portTries) throw new Refusal(`ports ${first} to ${port} are all taken`);
    log(`port ${port} is taken, trying ${port + 1}`);
  }
}

async function isFree(place: { readonly host: string; readonly port: number }): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(place), "listening");
    return true;
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") return false;
    const { host, port } = place;
    if (code === "EACCES")
      throw new Refusal(`port ${port} may not be opened by this user: name another one with --port`);
    throw new Refusal(`host: ${host} is no address of this machine to listen on (${code})`);
  } finally {
    if (probe.listening) await once(probe.close(), "close");
  }
}

/** A demo whose making was cut short is no clinic: its people and their known password are not let into one. */
async function refuseHalfDemo(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, 1);
  try {
    const { demo_accounts: accounts } = await database.atGate((tx) =>
      tx.selectFrom("installation").select("demo_accounts").executeTakeFirstOrThrow(),
    );
    if (accounts === beingMade)
      throw new Refusal("the demo in here was not finished: `fibril demo` makes it anew; --data names another folder");
  } finally {
    await database.close();
  }
}

const firstOwnerDays = 7;

/** Who may come in: the demo's accounts, or on an empty installation whoever holds the token printed here. */
async function readDoor(databaseUrl: string, publicUrl: string) {
  const database = openDatabase(databaseUrl, 1);
  try {
    return await database.atGate(async (tx) => {
      const installation = await tx.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
      const accounts = installation.demo ? ((installation.demo_accounts ?? []) as DemoAccount[]) : [];
      if (await hasClinic(tx)) return { accounts, firstOwnerUrl: null };
      const now = new Date();
      const secret = newSecret();
      await tx.deleteFrom("one_time_secret").where("purpose", "=", "first-owner").execute();
      const kept = {
        id: newId(now),
        purpose: "first-owner",
        secret,
        clinicId: null,
        accountId: null,
        email: null,
      } as const;
      await insertSecret(tx, { ...kept, validMinutes: firstOwnerDays * 24 * 60 }, now);
      return { accounts, firstOwnerUrl: `${publicUrl}/first-owner#${secret}` };
    });
  } finally {
    await database.close();
  }
}
