import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { hashSecret, newSecret } from "../platform/auth/secrets.ts";
import type { FileVault } from "../platform/files/file-vault.ts";
import { newId } from "../platform/ids.ts";
import { ownClinicMark } from "./own-clinic-mark.ts";

export interface DemoGround {
  /** As the owner of the database: the demo's rows are append-only for everybody else. */
  readonly databaseUrl: string;
  readonly vault: FileVault;
  /** Where the mark is left that keeps a later `--reset` from emptying it; null where there is no folder. */
  readonly dataFolder: string | null;
}

/** What belongs to the installation and not to the demo in it. */
const kept = ["installation", "migration"];
const firstOwnerDays = 7;

/**
 * Ends a demo for good: its people and records go, what a clinic begins with stays (services as they were set and the
 * newest consent texts), the clock is the machine's again, and a token for the first owner is made. Gives the token.
 * One transaction; photographs go once it is kept.
 */
export async function clearDemo({ databaseUrl, vault, dataFolder }: DemoGround, now: Date): Promise<string> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    // The mark comes first: a folder that is marked and still holds a demo costs one `--data`, the other way a clinic.
    if (dataFolder !== null) await writeFile(join(dataFolder, ownClinicMark), "", { mode: 0o600 });
    await owner.query("begin");
    await owner.query("set local lock_timeout = '10s'");
    await keepSetUp(owner);
    await emptyTables(owner);
    await owner.query(
      "update installation set demo = false, demo_accounts = null, clock_offset_seconds = 0, own_clinic_since = $1",
      [now],
    );
    const secret = newSecret();
    await owner.query(
      "insert into one_time_secret (id, purpose, secret_hash, created_at, expires_at) values ($1, 'first-owner', $2, $3, $4)",
      [newId(now), hashSecret(secret), now, new Date(now.getTime() + firstOwnerDays * 86_400_000)],
    );
    await owner.query("commit");
    for (const { fileId } of await vault.list()) await vault.discard(fileId);
    return secret;
  } finally {
    await owner.end();
  }
}

/** Services and the newest consent texts: set up with care, and nobody's personal data. */
async function keepSetUp(owner: pg.Client): Promise<void> {
  await owner.query(`
    update installation set kept_set_up = jsonb_build_object(
      'services', (select coalesce(jsonb_agg(to_jsonb(service) - 'clinic_id' - 'id' order by kind, name), '[]') from service),
      'consentTexts', (select coalesce(jsonb_agg(to_jsonb(newest) - 'clinic_id' - 'id' order by kind, language), '[]') from (
        select distinct on (kind, language) * from consent_text order by kind, language, version desc) newest)
    )`);
}

async function emptyTables(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const names = rows.map(({ name }) => name).filter((name) => !kept.includes(name));
  const tables = names.map((name) => owner.escapeIdentifier(name));
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(`truncate ${tables.join(", ")}`);
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
}
