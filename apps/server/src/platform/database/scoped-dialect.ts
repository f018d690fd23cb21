import {
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type TransactionSettings,
} from "kysely";

/**
 * PostgreSQL as Kysely speaks it, with fewer trips. A transaction is opened by the statement that sets its scope, and a
 * reading one does not wait for its end: whoever has the connection next writes behind the commit on the same wire.
 */
export class ScopedDialect extends PostgresDialect {
  readonly #pool: PostgresPool;
  constructor(pool: PostgresPool) {
    super({ pool });
    this.#pool = pool;
  }
  override createDriver(): PostgresDriver {
    return new ScopedDriver({ pool: this.#pool });
  }
}

class ScopedDriver extends PostgresDriver {
  readonly #reading = new WeakSet<DatabaseConnection>();

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode === "read only") this.#reading.add(connection);
    else this.#reading.delete(connection);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const ended = super.commitTransaction(connection);
    if (!this.#reading.has(connection)) return ended;
    // Nothing was changed, so nothing can be lost: a connection that broke here fails its next query.
    ended.catch(() => undefined);
  }
}
