import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Caller } from "../auth/caller.ts";
import { findCallerByCookie, findCallerByToken } from "../auth/find-caller.ts";
import type { Services } from "../services.ts";
import type { AccessRow } from "./access.ts";
import { type Problem, problem } from "./problem.ts";

/** The name of the sign-in cookie; the prefix binds it to this host and to TLS. */
export function cookieName(secure: boolean): string {
  return secure ? "__Host-fibril" : "fibril";
}

/** Who asks, or null for nobody. */
export async function findCaller(request: FastifyRequest, services: Services): Promise<Caller | null> {
  const now = services.clock.now();
  const authorization = request.headers.authorization;
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]{20,200})$/.exec(authorization)?.[1];
    return token ? findCallerByToken(services.database, token, now) : null;
  }
  const secret = request.cookies[cookieName(services.secureCookies)];
  if (!secret || secret.length > 200) return null;
  return findCallerByCookie(services.database, secret, now);
}

/** The access check, before anything of the request is read. Deny by default. */
export function refuseAccess(row: AccessRow, caller: Caller | null, isOwnPath: boolean): Problem | null {
  if (row.who === "anybody") return null;
  if (!caller) return problem("not-signed-in");
  if (row.who === "signed-in") return null;
  const relation = row.roles[caller.role];
  if (!relation) return problem("forbidden");
  // "self" only ever means the patient of the sign-in, so it only stands on paths that name no patient.
  if (relation === "self" && !(caller.patientId && isOwnPath)) return problem("forbidden");
  if (relation === "clinic" && caller.patientId) return problem("forbidden");
  return null;
}

/** A write by cookie must come from our own pages: same origin, and the token that only they can read. */
export function refuseForgery(request: FastifyRequest, caller: Caller | null): Problem | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return problem("cross-site");
  const origin = request.headers.origin;
  if (origin !== undefined && !isOwnOrigin(origin, request.headers.host)) return problem("cross-site");
  if (caller?.by !== "cookie") return null;
  return isToken(request.headers["x-fibril-csrf"], caller.csrfToken) ? null : problem("cross-site");
}

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch (fault) {
    if (fault instanceof TypeError) return false;
    throw fault;
  }
}

function isToken(given: unknown, expected: string | null): boolean {
  if (typeof given !== "string" || expected === null || given.length !== expected.length) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
