import pg from "pg";

interface Told {
  readonly version: string;
  readonly folder: string | null;
  readonly fsync: string;
  readonly pages: string;
  readonly commit: string;
}

/** What a server says of itself. Throws where it does not answer or takes another password. */
export async function readServer(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that goes away while it is asked is told by the query, not by an event nobody hears.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Told>(
      "select current_setting('server_version') as version, current_setting('data_directory', true) as folder, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit",
    );
    const [row] = rows;
    if (!row) throw new Error("the server told nothing of itself");
    const durable = row.fsync === "on" && row.pages === "on" && row.commit !== "off";
    return { version: row.version.split(" ")[0] ?? "", folder: row.folder ?? "", durable };
  } finally {
    await client.end();
  }
}
