import { Refusal } from "../refusal.ts";

/** A PostgreSQL that the application may use: one it started itself, or one it was given. */
export interface PostgresServer {
  /** As its owner: migrations and jobs; requests change into a role that may do less. */
  readonly url: string;
  readonly engine: "embedded" | "external";
  readonly version: string;
  /** Whether an acknowledged write survives a crash: fsync, full page writes and synchronous commit are on. */
  readonly durable: boolean;
  readonly stop: () => Promise<void>;
}

/** What stands in the way of a database, said to whoever can mend it. */
export class PostgresRefusal extends Refusal {}
