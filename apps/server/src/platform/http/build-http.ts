import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import { serializerCompiler, validatorCompiler } from "@fastify/type-provider-zod";
import { ProblemView } from "@fibril/contract";
import { parseJson } from "@fibril/kernel";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { z } from "zod";
import type { Caller } from "../auth/caller.ts";
import { newId } from "../ids.ts";
import type { Services } from "../services.ts";
import type { AccessRow, AccessTable } from "./access.ts";
import { answerUnreadable } from "./answer-unreadable.ts";
import { describeRoute } from "./describe-route.ts";
import { problemOf } from "./faults.ts";
import { findCaller, refuseAccess, refuseForgery } from "./guard.ts";
import { Problem, problem, UnreadableBody } from "./problem.ts";
import type { Route } from "./route.ts";
import { type Reply, runClinicRoute } from "./run-clinic-route.ts";
import { runGateRoute } from "./run-gate-route.ts";
import { securityHeaders } from "./security-headers.ts";
import { type Pages, servePages } from "./serve-pages.ts";

const jsonLimitBytes = 1024 * 1024;
const photographLimitBytes = 25 * 1024 * 1024;
const photographTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "image/heif",
  "application/octet-stream",
];

export interface HttpParts {
  readonly routes: readonly Route[];
  readonly access: AccessTable;
  readonly services: Services;
  readonly version: string;
  /** Built pages of the application and of the patients' reading, where they are to be served. */
  readonly pages: Pages | null;
  /** Whose word on who is asking is believed; nobody's where empty. */
  readonly trustedProxies: readonly string[];
}

/** The application apart from its listener. Throws where a route has no row in the access table, or a row no route. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { routes, access, services, version, pages, trustedProxies } = parts;
  refuseGaps(routes, access);
  const headers = securityHeaders(services.secureCookies);
  const app = Fastify({
    // The nearest address that is no proxy of ours: what a visitor writes into the header before it counts for nothing.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: jsonLimitBytes,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    genReqId: () => newId(services.clock.now()),
    exposeHeadRoutes: false,
    // An address that the router itself can't read: too long, or badly encoded.
    frameworkErrors: (_fault, _request, reply) => {
      send(reply.headers(headers) as FastifyReply, problem("not-found"));
    },
    clientErrorHandler: (fault, socket) => answerUnreadable(fault, socket, headers),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readBodies(app);
  app.addHook("onRequest", async (_request, reply) => void reply.headers(headers));
  app.setErrorHandler((fault, request, reply) => send(reply, problemOf(fault, request, services)));
  if (pages) await servePages(app, pages);
  else app.setNotFoundHandler((_request, reply) => send(reply, problem("not-found")));
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "fibril",
        version,
        description: "Every operation of the product; each write takes an Idempotency-Key.",
      },
    },
    transform: describeRoute,
  });
  await app.register(async (inner) => {
    for (const route of routes) addRoute(inner, route, access[route.operationId] as AccessRow, services);
    inner.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  });
  return app;
}

function refuseGaps(routes: readonly Route[], access: AccessTable): void {
  const operations = routes.map(({ operationId }) => operationId);
  const repeated = operations.find((operation, index) => operations.indexOf(operation) !== index);
  if (repeated) throw new Error(`two routes are called ${repeated}`);
  const open = operations.find((operation) => !Object.hasOwn(access, operation));
  if (open) throw new Error(`the route ${open} has no row in the access table`);
  const orphan = Object.keys(access).find((operation) => !operations.includes(operation));
  if (orphan) throw new Error(`the access table has a row for ${orphan}, which is no route`);
}

/** JSON with a repeated key is refused; photographs come as bytes; every other content type is 415. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    if (text === "") return done(null, undefined);
    const parsed = parseJson(text as string);
    if (parsed.ok) done(null, parsed.value);
    else done(new UnreadableBody(problem("not-json", { issues: parsed.problem })));
  });
  app.addContentTypeParser(
    photographTypes,
    { parseAs: "buffer", bodyLimit: photographLimitBytes },
    (_request, bytes, done) => done(null, bytes),
  );
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** A write: it is asked for with an idempotency key. */
    takesKey?: boolean;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

function addRoute(app: FastifyInstance, route: Route, row: AccessRow, services: Services): void {
  const isOwnPath = route.path.startsWith("/api/my/") || route.path === "/api/my";
  const takesBytes = route.kind === "clinic" && route.takesBytes;
  const { givesBytes } = route;
  app.route({
    config: { takesKey: route.method !== "GET" && !(route.kind === "clinic" && route.asks) },
    method: route.method,
    url: route.path,
    schema: {
      operationId: route.operationId,
      summary: route.summary,
      tags: [route.path.split("/")[2] ?? "api"],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : { querystring: z.strictObject({}) }),
      ...(route.body && !takesBytes ? { body: route.body } : {}),
      response: { ...(givesBytes ? {} : route.answers), "4xx": ProblemView, "5xx": ProblemView },
    },
    ...(takesBytes ? { bodyLimit: photographLimitBytes } : {}),
    // The caller and the access come before a byte of the body is read.
    onRequest: async (request, reply) => {
      request.caller = await findCaller(request, services);
      const refused = refuseAccess(row, request.caller, isOwnPath) ?? refuseForgery(request, request.caller);
      if (refused) await send(reply, refused);
    },
    preValidation: async (request, reply) => {
      const isBytes = Buffer.isBuffer(request.body);
      if (isBytes !== takesBytes && (isBytes || takesBytes)) await send(reply, problem("unsupported-type"));
    },
    handler: async (request, reply) => {
      const result = await runRoute(route, request, reply, services);
      return result instanceof Problem
        ? send(reply, result)
        : sendReply(reply, result, request.headers["if-none-match"]);
    },
  });
}

function runRoute(route: Route, request: FastifyRequest, reply: FastifyReply, services: Services) {
  if (route.kind === "gate") return runGateRoute(route, request, reply, services);
  if (!request.caller) return Promise.resolve(problem("not-signed-in"));
  return runClinicRoute({ route, caller: request.caller, request, services });
}

function send(reply: FastifyReply, refused: Problem): FastifyReply {
  return reply
    .code(refused.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(refused.view);
}

function sendReply(reply: FastifyReply, result: Reply, held: string | undefined): FastifyReply {
  reply.code(result.status);
  if ("bytes" in result) {
    if (result.mark) {
      reply.header("etag", result.mark).header("cache-control", "private, no-cache");
      if (held?.split(/,\s*/).includes(result.mark)) return reply.code(304).send();
      return reply.type(result.contentType).send(result.bytes);
    }
    if (result.fileName) reply.header("content-disposition", `attachment; filename="${result.fileName}"`);
    return reply.type(result.contentType).send(result.bytes);
  }
  return reply.send(result.body);
}
