import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

const folder = fileURLToPath(new URL("../../../migrations/", import.meta.url));

/**
 * Brings a database to this version: plain numbered SQL, forward only, each in a transaction of its own.
 * Refuses a database whose applied files differ from these, or that a newer version has migrated.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(741024)");
    await client.query(
      "create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration");
    const files = await readMigrations();
    refuseUnknown(rows, files);
    const due = files.filter((file) => !rows.some((row) => row.name === file.name));
    for (const file of due) await apply(client, file);
    return due.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}${name}`, "utf8");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

function refuseUnknown(applied: readonly { name: string; sha256: string }[], files: readonly Migration[]): void {
  for (const row of applied) {
    const file = files.find(({ name }) => name === row.name);
    if (!file) throw new Error(`the database was migrated by a newer version of fibril (${row.name})`);
    if (file.sha256 !== row.sha256) throw new Error(`migration ${row.name} was changed after it was applied`);
  }
}

async function apply(client: pg.Client, file: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(file.text);
    await client.query("insert into migration (name, sha256) values ($1, $2)", [file.name, file.sha256]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw new Error(`migration ${file.name} failed`, { cause: fault });
  }
}
