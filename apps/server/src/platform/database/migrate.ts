import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Refusal } from "../refusal.ts";

const folder = fileURLToPath(new URL("../../../migrations/", import.meta.url));

/**
 * Brings a database to this version: plain numbered SQL, forward only, each in a transaction of its own.
 * Refuses a database whose applied files differ from these, or that a newer version has migrated.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    await client.query("select pg_advisory_lock(741024)");
    await refuseStranger(client);
    await client.query(
      "create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<Applied>("select name, sha256 from migration");
    const files = await readMigrations();
    refuseUnknown(rows, files);
    const due = files.filter((file) => !rows.some((row) => row.name === file.name));
    for (const file of due) await apply(client, file);
    return due.map(({ name }) => name);
  });
}

/** Refuses a database that is not of this very version, for a command that reads it and does not bring it there. */
export async function refuseUnlessCurrent(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await refuseStranger(client);
    const applied = (await isOurs(client))
      ? (await client.query<Applied>("select name, sha256 from migration")).rows
      : [];
    if (applied.length === 0) throw new Refusal("there is no clinic here yet: `fibril start` makes one");
    const files = await readMigrations();
    refuseUnknown(applied, files);
    if (applied.length < files.length)
      throw new Refusal("the records are of an older version of fibril: `fibril migrate` brings them to this one");
  });
}

interface Applied {
  readonly name: string;
  readonly sha256: string;
}

async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function isOurs(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select 1 from information_schema.columns where table_schema = 'public' and table_name = 'migration' and column_name = 'sha256'",
  );
  return rowCount === 1;
}

/** A database of another program is left as it is, and one that can't hold every name is not begun. */
async function refuseStranger(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; other: string | null }>(
    "select current_setting('server_encoding') as encoding, (select min(relname) from pg_class where relkind in ('r', 'p', 'v', 'm', 'f') and relnamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')) as other",
  );
  const { encoding, other } = rows[0] ?? { encoding: "", other: null };
  if (encoding !== "UTF8") throw new Refusal(`the database keeps its text as ${encoding}: name one made with UTF8`);
  if (other !== null && !(await isOurs(client)))
    throw new Refusal(`the database belongs to another program (it has a table ${other}): name an empty one`);
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

function refuseUnknown(applied: readonly Applied[], files: readonly Migration[]): void {
  for (const row of applied) {
    const file = files.find(({ name }) => name === row.name);
    if (!file) throw new Refusal(`the database was migrated by a newer version of fibril (${row.name})`);
    if (file.sha256 !== row.sha256)
      throw new Refusal(`migration ${row.name} was changed after it was applied: this is no fibril as it was released`);
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
