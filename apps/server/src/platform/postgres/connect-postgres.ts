import { PostgresRefusal, type PostgresServer } from "./postgres-server.ts";
import { readServer } from "./read-server.ts";

const oldestMajor = 15;

/** Uses a PostgreSQL that somebody else runs. Refuses one that does not answer or is older than 15. */
export async function connectPostgres(url: string): Promise<PostgresServer> {
  const { version, durable } = await readServer(url).catch((fault: Error) => {
    throw new PostgresRefusal(`DATABASE_URL (databaseUrl): the database does not answer (${fault.message})`);
  });
  if (Number.parseInt(version, 10) < oldestMajor) {
    throw new PostgresRefusal(
      `DATABASE_URL (databaseUrl): PostgreSQL ${version} is too old; ${oldestMajor} or newer is needed`,
    );
  }
  return { url, engine: "external", version, durable, stop: async () => undefined };
}
