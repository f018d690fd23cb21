import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Tables } from "../../tables/index.ts";

// A civil day stays text, and the numbers of this product are small enough to be numbers.
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);
pg.types.setTypeParser(1700, Number);

export type Tx = Transaction<Tables>;

export interface Database {
  /** Runs inside one clinic: every other clinic's rows are out of sight, and where a patient is named every other patient's. */
  readonly inClinic: <Value>(scope: ClinicScope, work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Runs before a clinic is known: accounts, memberships, sign-ins; no table of a clinic's records. */
  readonly atGate: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  readonly close: () => Promise<void>;
}

export interface ClinicScope {
  readonly clinicId: string;
  readonly patientId?: string | null;
  readonly readOnly?: boolean;
}

/** Thrown by work that wants its changes undone although nothing failed. */
export class Rollback<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super("rolled back on purpose");
    this.value = value;
  }
}

/**
 * Opens the pool that serves requests. Each connection starts as a role that may do nothing, so a query outside
 * `inClinic` and `atGate` fails instead of running with the owner's rights.
 */
export function openDatabase(url: string, connections = 16): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: "-c role=fibril_nobody" });
  // An idle connection that the server closes is replaced by the pool at the next request.
  pool.on("error", () => undefined);
  // One that ends between two queries of a transaction fails the next query; unheard, its event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    inClinic: ({ clinicId, patientId = null, readOnly = false }, work) =>
      run(kysely, readOnly, (tx) => enter(tx, { role: "fibril_app", clinicId, patientId: patientId ?? "" }), work),
    atGate: (work) => run(kysely, false, (tx) => enter(tx, { role: "fibril_gate", clinicId: "", patientId: "" }), work),
    close: () => kysely.destroy(),
  };
}

async function run<Value>(
  kysely: Kysely<Tables>,
  readOnly: boolean,
  prepare: (tx: Tx) => Promise<void>,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kysely
        .transaction()
        .setAccessMode(readOnly ? "read only" : "read write")
        .execute(async (tx) => {
          await prepare(tx);
          return await work(tx);
        });
    } catch (fault) {
      if (fault instanceof Rollback) return fault.value as Value;
      if (attempt >= 3 || !isTransient(fault)) throw fault;
    }
  }
}

/** Turns a transaction of the gate into one of a clinic, for what has to be kept together. */
export function enterClinic(tx: Tx, clinicId: string): Promise<void> {
  return enter(tx, { role: "fibril_app", clinicId, patientId: "" });
}

/** Turns it back. */
export function returnToGate(tx: Tx): Promise<void> {
  return enter(tx, { role: "fibril_gate", clinicId: "", patientId: "" });
}

async function enter(tx: Tx, scope: { role: string; clinicId: string; patientId: string }): Promise<void> {
  await sql`select set_config('role', ${scope.role}, true), set_config('fibril.clinic_id', ${scope.clinicId}, true),
    set_config('fibril.patient_id', ${scope.patientId}, true)`.execute(tx);
}

/** A deadlock or a serialization failure: nothing was kept, and the same work may succeed. */
function isTransient(fault: unknown): boolean {
  const code = sqlState(fault);
  return code === "40001" || code === "40P01";
}

/** The SQLSTATE of a fault of PostgreSQL, or null. */
export function sqlState(fault: unknown): string | null {
  return fault instanceof pg.DatabaseError ? (fault.code ?? null) : null;
}

export function violates(fault: unknown, constraint: string): boolean {
  return fault instanceof pg.DatabaseError && fault.constraint === constraint;
}
