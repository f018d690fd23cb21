import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { problem } from "./problem.ts";
import { contentSecurityPolicy } from "./security-headers.ts";

const noncePlaceholder = "__STYLE_NONCE__";

export interface Pages {
  /** Folder of the built application. */
  readonly application: string;
  /** Folder of the patients' reading. */
  readonly education: string;
}

/** The application at every address that is not the API's, and the patients' reading below /learn/. */
export async function servePages(app: FastifyInstance, { application, education }: Pages): Promise<void> {
  const page = await readFile(`${application}/index.html`, "utf8");
  await app.register(fastifyStatic, {
    root: `${application}/assets`,
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
    decorateReply: false,
  });
  await app.register(fastifyStatic, { root: education, prefix: "/learn/", redirect: true, decorateReply: false });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !request.url.startsWith("/api/") && !request.url.startsWith("/assets/");
    if (isPage && !request.url.startsWith("/learn/")) return sendPage(reply, page);
    const { status, view } = problem("not-found");
    return reply.code(status).type("application/problem+json").serializer(JSON.stringify).send(view);
  });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  return reply
    .code(200)
    .header("content-security-policy", contentSecurityPolicy(nonce))
    .type("text/html; charset=utf-8")
    .send(page.replaceAll(noncePlaceholder, nonce));
}
