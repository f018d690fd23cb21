import type { Writable } from "node:stream";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

const mostPrepared = 200;
const preparedFrom = 4;

/** How often each text was asked, and the name under which it is prepared; the same for every connection. */
const asked = new Map<string, { times: number; name: string | null }>();
let prepared = 0;
let generation = 0;

/**
 * A general plan can't see that a parameter fits the condition of a partial index in ON CONFLICT, so what names the
 * columns of a conflict is planned each time.
 */
function canBePrepared(text: string): boolean {
  return /^\s*(select|with|insert)\s/i.test(text) && !/\son conflict \(/i.test(text);
}

function nameOf(text: string): string | null {
  const entry = asked.get(text) ?? { times: 0, name: null };
  if (entry.times === 0) {
    if (asked.size >= 5_000) return null;
    asked.set(text, entry);
  }
  entry.times += 1;
  if (entry.name === null && entry.times >= preparedFrom && prepared < mostPrepared) {
    prepared += 1;
    entry.name = `f${generation}_${prepared}`;
  }
  return entry.name;
}

/** After the shape of a table has changed, plans made before it are of no use: every text gets a new name. */
export function forgetPrepared(): void {
  asked.clear();
  prepared = 0;
  generation += 1;
}

/** A pool whose connections prepare what is read again and again, so that PostgreSQL plans it once and not each time. */
export class PreparingPool implements PostgresPool {
  readonly #pool: pg.Pool;
  /** One for each connection: Kysely knows them by identity. */
  readonly #clients = new WeakMap<pg.PoolClient, PreparingClient>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect();
    const known = this.#clients.get(client) ?? new PreparingClient(client);
    this.#clients.set(client, known);
    return known;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #gathers = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(
    text: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof text !== "string") throw new Error("a cursor can't share a connection that is written ahead");
    const name = parameters.length > 0 && canBePrepared(text) ? nameOf(text) : null;
    const query = { ...(name === null ? {} : { name }), text, values: [...parameters] };
    this.#gather();
    return this.#client.query(query) as unknown as Promise<PostgresQueryResult<Row>>;
  }

  /** What is asked before the next answer is waited for leaves in one write: a write costs more than a small query. */
  #gather(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    const { stream } = (this.#client as pg.PoolClient & { readonly connection: { readonly stream: Writable } })
      .connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathers = false;
      stream.uncork();
    });
  }

  release(destroy = false): void {
    this.#client.release(destroy);
  }
}
