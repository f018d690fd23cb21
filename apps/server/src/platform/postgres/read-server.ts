import pg from "pg";

interface Told {
  readonly version: string;
  readonly fsync: string;
  readonly pages: string;
  readonly commit: string;
}

/** What a server says of itself. Throws where it does not answer or takes another password. */
export async function readServer(url: string) {
  const row = await askOnce<Told>(
    url,
    "select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit",
  );
  const durable = row.fsync === "on" && row.pages === "on" && row.commit !== "off";
  return { version: row.version.split(" ")[0] ?? "", durable };
}

/** Where a server keeps its data, which it tells its superuser alone. Throws as {@link readServer} does. */
export async function readServerFolder(url: string): Promise<string> {
  return (await askOnce<{ readonly folder: string }>(url, "select current_setting('data_directory') as folder")).folder;
}

async function askOnce<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that goes away while it is asked is told by the query, not by an event nobody hears.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const [row] = (await client.query<Row>(question)).rows;
    if (!row) throw new Error("the server told nothing of itself");
    return row;
  } finally {
    await client.end();
  }
}
