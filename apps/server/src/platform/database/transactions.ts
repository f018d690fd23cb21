import {
  CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  Kysely,
  type KyselyConfig,
  type KyselyProps,
  PostgresDialect,
  type PostgresPool,
  Transaction,
} from "kysely";
import type { Tables } from "../../tables/index.ts";
import { Rollback } from "./rollback.ts";

/** Transactions whose queries don't wait for each other on the wire: those asked together share one trip to PostgreSQL. */
export class Transactions {
  readonly #props: KyselyProps;
  readonly #ready: Promise<void>;

  constructor(pool: PostgresPool) {
    const dialect = new PostgresDialect({ pool });
    const config: KyselyConfig = { dialect };
    const executor = new Kysely<Tables>(config).getExecutor();
    this.#props = { config, dialect, driver: dialect.createDriver(), executor };
    this.#ready = this.#props.driver.init();
  }

  /**
   * Runs `work` between `opening` and a commit. The first query travels with the opening; where the opening only allows
   * reading, nobody waits for the end: nothing was changed, so nothing can be lost, and whoever has the connection next
   * writes behind the commit. Throws what `work` throws, once everything is undone.
   */
  async run<Value>(
    { opening, readOnly }: { readonly opening: string; readonly readOnly: boolean },
    work: (tx: Transaction<Tables>) => Promise<Value>,
  ): Promise<Value> {
    const { driver, executor } = this.#props;
    await this.#ready;
    const connection = await driver.acquireConnection();
    const turn = new Turn(connection);
    const tx = new Transaction<Tables>({ ...this.#props, executor: executor.withConnectionProvider(turn) });
    try {
      const opened = connection.executeQuery(CompiledQuery.raw(opening));
      opened.catch(() => undefined);
      const value = await work(tx);
      await opened;
      turn.end();
      const ended = driver.commitTransaction(connection);
      if (readOnly) ended.catch(() => undefined);
      else await ended;
      return value;
    } catch (fault) {
      turn.end();
      // One that can't be rolled back is closed at its release; what is told is why.
      const undone = driver.rollbackTransaction(connection).catch(() => undefined);
      // What was refused on purpose is told at once: whoever has the connection next writes behind the roll-back.
      if (!(fault instanceof Rollback)) await undone;
      throw fault;
    } finally {
      await driver.releaseConnection(connection);
    }
  }

  async close(): Promise<void> {
    await this.#props.driver.destroy();
  }
}

/** The use of a connection by one transaction. What asks after its end would run in somebody else's scope: refused. */
class Turn implements ConnectionProvider {
  readonly #connection: DatabaseConnection;
  #hasEnded = false;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  end(): void {
    this.#hasEnded = true;
  }

  async provideConnection<Value>(consumer: (connection: DatabaseConnection) => Promise<Value>): Promise<Value> {
    if (this.#hasEnded) throw new Error("a query after the end of its transaction");
    return consumer(this.#connection);
  }
}
