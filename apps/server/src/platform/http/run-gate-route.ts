import type { FastifyReply, FastifyRequest } from "fastify";
import { type Actor, type AuditEntry, appendAudit } from "../audit/audit.ts";
import { deviceWords } from "../auth/device-words.ts";
import { enterClinic, returnToGate } from "../database/database.ts";
import { newId } from "../ids.ts";
import type { Services } from "../services.ts";
import { keepGateAnswer, takeGateKey } from "./gate-answers.ts";
import { cookieName } from "./guard.ts";
import { type KeptAnswer, markRequest, readKey } from "./idempotency.ts";
import { Problem, problem } from "./problem.ts";
import type { GateRoute } from "./route.ts";
import type { Reply } from "./run-clinic-route.ts";

interface ToldInClinic {
  readonly clinicId: string;
  readonly actor: Actor;
  readonly entry: AuditEntry;
}

export async function runGateRoute(route: GateRoute, request: FastifyRequest, reply: FastifyReply, services: Services) {
  const now = services.clock.now();
  const key = route.method === "GET" ? "" : readKey(request.headers["idempotency-key"]);
  if (key === null) return problem("idempotency-key-missing");
  let later: (() => void)[] = [];
  let signIn: { readonly secret: string; readonly csrfToken: string } | null | undefined;
  const result = await services.database.atGate(async (tx) => {
    const told: ToldInClinic[] = [];
    later = [];
    const keyed = keyedRequest(route, request, { key, now, services });
    const kept = keyed && (await takeGateKey(tx, keyed));
    if (kept) return kept;
    const outcome = await route.run({
      params: request.params as never,
      query: request.query as never,
      body: request.body as never,
      tx,
      caller: request.caller,
      now,
      services,
      address: request.ip,
      device: deviceWords(request.headers["user-agent"]),
      key,
      newId: () => newId(now),
      setSignIn: (given) => {
        signIn = given;
      },
      afterwards: (act) => void later.push(act),
      record: (clinicId, actor, entry) => void told.push({ clinicId, actor, entry }),
    });
    for (const { clinicId, actor, entry } of told) {
      await enterClinic(tx, clinicId);
      await appendAudit(tx, clinicId, { actor, entries: [entry], now });
    }
    if (told.length > 0) await returnToGate(tx);
    if (keyed) await keepGateAnswer(tx, keyed, outcome instanceof Problem ? null : (outcome as KeptAnswer));
    return outcome;
  });
  for (const act of later) act();
  if (signIn !== undefined) setCookies(reply, signIn, services.secureCookies);
  return result as Reply | Problem;
}

/**
 * Null where the route keeps no answers: those that sign somebody in, for a cookie is kept nowhere (a repeat signs in once
 * more in place of the first), and those that sign out, which a repeat leaves as it is.
 */
function keyedRequest(
  route: GateRoute,
  request: FastifyRequest,
  { key, now, services }: { readonly key: string; readonly now: Date; readonly services: Services },
) {
  if (!route.answersOnce) return null;
  return {
    operation: route.operationId,
    key,
    requestHash: markRequest(request, services.vault),
    now,
  };
}

function setCookies(
  reply: FastifyReply,
  signIn: { readonly secret: string; readonly csrfToken: string } | null,
  secure: boolean,
): void {
  const shared = { path: "/", sameSite: "lax", secure } as const;
  if (signIn === null) {
    reply.clearCookie(cookieName(secure), { ...shared, httpOnly: true }).clearCookie("fibril_csrf", shared);
    return;
  }
  reply.setCookie(cookieName(secure), signIn.secret, { ...shared, httpOnly: true });
  reply.setCookie("fibril_csrf", signIn.csrfToken, shared);
}
