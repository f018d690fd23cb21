import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PostgresRefusal } from "./postgres-server.ts";

export interface Claim {
  readonly release: () => Promise<void>;
}

const claimKey = 741_026;
const claimWithinMs = 3_000;
const againEveryMs = 150;

/**
 * One fibril works on a data folder. The claim is a lock that lives as long as its connection, so it never outlives a
 * killed process; where PostgreSQL was killed it is taken again. @throws PostgresRefusal where another one has it.
 */
export async function claimFolder(url: string, dataFolder: string): Promise<Claim> {
  let released = false;
  let connection = await take();
  return {
    release: async () => {
      released = true;
      await connection.end().catch(() => undefined);
    },
  };

  async function take(): Promise<pg.Client> {
    const until = Date.now() + claimWithinMs;
    for (;;) {
      const held = await tryLock(url);
      if (held) {
        held.once("end", () => void takeAgain());
        return held;
      }
      if (Date.now() > until) {
        throw new PostgresRefusal(
          `another fibril already runs on ${dataFolder}: stop it first, or name another folder with --data`,
        );
      }
      await sleep(againEveryMs);
    }
  }

  /** Goes on until the server answers again. That another fibril took the folder meanwhile is a fault that ends this one. */
  async function takeAgain(): Promise<void> {
    while (!released) {
      await sleep(againEveryMs);
      try {
        const again = await take();
        if (released) await again.end();
        else connection = again;
        return;
      } catch (fault) {
        if (fault instanceof PostgresRefusal) throw fault;
      }
    }
  }
}

/** A connection that holds the lock; null where another one holds it. */
async function tryLock(url: string): Promise<pg.Client | null> {
  const candidate = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  // Its end is what tells that it was lost.
  candidate.on("error", () => undefined);
  try {
    await candidate.connect();
    const { rows } = await candidate.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [claimKey]);
    if (rows[0]?.got) return candidate;
  } catch (fault) {
    await candidate.end().catch(() => undefined);
    throw fault;
  }
  await candidate.end();
  return null;
}
