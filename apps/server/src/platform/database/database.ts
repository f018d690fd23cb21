import { sql, type Transaction } from "kysely";
import pg from "pg";
import type { Tables } from "../../tables/index.ts";
import { forgetPrepared, PreparingPool } from "./preparing-pool.ts";
import { Rollback } from "./rollback.ts";
import { Transactions } from "./transactions.ts";

// A civil day stays text, and the numbers of this product are small enough to be numbers.
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);
pg.types.setTypeParser(1700, Number);

export type Tx = Transaction<Tables>;

export interface Database {
  /** Runs inside one clinic: every other clinic's rows are out of sight, and where a patient is named every other patient's. */
  readonly inClinic: <Value>(scope: ClinicScope, work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Runs before a clinic is known: accounts, memberships, sign-ins; no table of a clinic's records. */
  readonly atGate: <Value>(work: (tx: Tx) => Promise<Value>, access?: { readonly readOnly: boolean }) => Promise<Value>;
  /**
   * The gate's, from within another transaction and kept whatever becomes of that one. On connections of its own: were
   * they shared, as many requests as there are connections would wait for each other for ever.
   */
  readonly atGateBeside: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Opens every connection that is kept, so that the first who come at once don't wait for each to be made. */
  readonly openAll: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ClinicScope {
  readonly clinicId: string;
  readonly patientId?: string | null;
  readonly readOnly?: boolean;
}

/**
 * Opens the pool that serves requests. Each connection starts as a role that may do nothing, so a query outside
 * `inClinic` and `atGate` fails instead of running with the owner's rights.
 */
export function openDatabase(url: string, connections = 8): Database {
  const transactions = connect(url, { most: connections, kept: connections });
  const beside = connect(url, { most: 2, kept: 0 });
  return {
    inClinic: ({ clinicId, patientId = null, readOnly = false }, work) =>
      run(transactions, readOnly, { role: "fibril_app", clinicId, patientId: patientId ?? "" }, work),
    atGate: (work, { readOnly } = { readOnly: false }) => run(transactions, readOnly, gate, work),
    atGateBeside: (work) => run(beside, false, gate, work),
    openAll: async () => {
      const opened = Array.from({ length: connections }, () =>
        run(transactions, true, gate, (tx) => sql`select 1`.execute(tx)),
      );
      await Promise.all(opened);
    },
    close: async () => {
      await transactions.close();
      await beside.close();
    },
  };
}

/** Those that are kept stay open when idle: a new one costs tens of milliseconds until it knows the tables. */
function connect(url: string, { most, kept }: { readonly most: number; readonly kept: number }): Transactions {
  // Queries that don't wait for each other are written one behind the other; the types don't know the setting yet.
  const ahead: object = { pipeline: true };
  const pool = new pg.Pool({ ...ahead, connectionString: url, max: most, min: kept, options: "-c role=fibril_nobody" });
  // An idle connection that the server closes is replaced by the pool at the next request.
  pool.on("error", () => undefined);
  // One that ends between two queries of a transaction fails the next query; unheard, its event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Transactions(new PreparingPool(pool));
}

async function run<Value>(
  transactions: Transactions,
  readOnly: boolean,
  scope: Scope,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  // Were the opening refused, the query that travels with it would run as the role that may do nothing.
  const opening = `start transaction read ${readOnly ? "only" : "write"}; ${entering(scope)}`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await transactions.run({ opening, readOnly }, work);
    } catch (fault) {
      if (fault instanceof Rollback) return fault.value as Value;
      if (attempt >= 3 || !isTransient(fault)) throw fault;
    }
  }
}

interface Scope {
  readonly role: "fibril_app" | "fibril_gate";
  readonly clinicId: string;
  readonly patientId: string;
}

const gate: Scope = { role: "fibril_gate", clinicId: "", patientId: "" };

/** Turns a transaction of the gate into one of a clinic, for what has to be kept together. */
export async function enterClinic(tx: Tx, clinicId: string): Promise<void> {
  await sql.raw(entering({ role: "fibril_app", clinicId, patientId: "" })).execute(tx);
}

/** Turns it back. */
export async function returnToGate(tx: Tx): Promise<void> {
  await sql.raw(entering(gate)).execute(tx);
}

const id = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/i;

/** One statement that sets role and rows in sight until the transaction ends. Throws for what is not the id of a row. */
function entering({ role, clinicId, patientId }: Scope): string {
  if (!id.test(clinicId) || !id.test(patientId)) throw new Error("the scope of a transaction is not an id");
  return `select set_config('role', '${role}', true), set_config('fibril.clinic_id', '${clinicId}', true), set_config('fibril.patient_id', '${patientId}', true)`;
}

/**
 * A deadlock, a serialization failure, or a plan made before a table was changed: nothing was kept, and the same work may
 * succeed.
 */
function isTransient(fault: unknown): boolean {
  const code = sqlState(fault);
  if (code === "0A000" && fault instanceof Error && fault.message.includes("cached plan")) {
    forgetPrepared();
    return true;
  }
  return code === "40001" || code === "40P01";
}

/** The SQLSTATE of a fault of PostgreSQL, or null. */
export function sqlState(fault: unknown): string | null {
  return fault instanceof pg.DatabaseError ? (fault.code ?? null) : null;
}

export function violates(fault: unknown, ...constraints: readonly string[]): boolean {
  return fault instanceof pg.DatabaseError && constraints.includes(fault.constraint ?? "");
}
