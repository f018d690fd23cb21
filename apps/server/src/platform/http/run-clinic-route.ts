import type { FastifyRequest } from "fastify";
import { type AuditEntry, appendAudit } from "../audit/audit.ts";
import type { Caller } from "../auth/caller.ts";
import { civilDay } from "../clock/civil-time.ts";
import type { Tx } from "../database/database.ts";
import { Rollback } from "../database/rollback.ts";
import { newId } from "../ids.ts";
import { enqueueMessage } from "../messages/outbox.ts";
import type { Services } from "../services.ts";
import { type KeptAnswer, keepAnswer, markRequest, readKey, takeKey } from "./idempotency.ts";
import { Problem, problem } from "./problem.ts";
import { refuseGuardian } from "./refuse-guardian.ts";
import type { BinaryAnswer, ClinicAsked, ClinicRoute } from "./route.ts";

export type Reply = { readonly status: number; readonly body: unknown } | BinaryAnswer;

interface Work {
  readonly route: ClinicRoute;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly services: Services;
}

/** One request, one transaction: the change, its audit rows and its kept answer are one, or nothing is. */
export async function runClinicRoute(work: Work): Promise<Reply | Problem> {
  const { route, caller, services } = work;
  const writes = route.method !== "GET" && !route.asks;
  const readOnly = !writes && !route.auditedRead;
  const scope = { clinicId: caller.clinicId, patientId: caller.patientId, readOnly };
  return services.database.inClinic<Reply | Problem>(scope, async (tx) => {
    const refused = await refuseGuardian(tx, caller, civilDay(services.clock.now(), caller.timeZone));
    if (refused) throw new Rollback(refused);
    return writes ? write(tx, work) : read(tx, work);
  });
}

async function read(tx: Tx, work: Work): Promise<Reply | Problem> {
  const entries: AuditEntry[] = [];
  const now = work.services.clock.now();
  const result = await work.route.run(ask(tx, work, entries, now));
  if (result instanceof Problem) throw new Rollback(result);
  if (entries.length > 0) await appendAudit(tx, work.caller.clinicId, { actor: work.caller, entries, now });
  return result as Reply;
}

async function write(tx: Tx, work: Work): Promise<Reply | Problem> {
  const { caller, request, route, services } = work;
  const now = services.clock.now();
  const key = readKey(request.headers["idempotency-key"]);
  if (key === null) return problem("idempotency-key-missing");
  const requestHash = markRequest(request, services.vault);
  const keyed = { clinicId: caller.clinicId, accountId: caller.accountId, key, requestHash, now };
  const kept = await takeKey(tx, keyed);
  if (kept) return kept;
  const entries: AuditEntry[] = [];
  const result = await route.run(ask(tx, work, entries, now));
  if (result instanceof Problem) throw new Rollback(result);
  if (entries.length === 0) throw new Error(`${route.operationId} changed something without an audit entry`);
  const reply = result as KeptAnswer;
  await keepAnswer(tx, keyed, reply);
  await appendAudit(tx, caller.clinicId, { actor: caller, entries, now });
  return reply;
}

function ask(tx: Tx, work: Work, entries: AuditEntry[], now: Date): ClinicAsked<never, never, never> {
  const { caller, request, services } = work;
  return {
    params: request.params as never,
    query: request.query as never,
    body: request.body as never,
    tx,
    caller,
    clinicId: caller.clinicId,
    now,
    today: civilDay(now, caller.timeZone),
    services,
    newId: () => newId(now),
    record: (entry) => void entries.push(entry),
    send: (message) => enqueueMessage(tx, caller.clinicId, message, now),
  };
}
