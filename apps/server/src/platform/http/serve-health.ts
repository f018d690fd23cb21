import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../database/database.ts";

export interface DatabaseStatus {
  readonly engine: "embedded" | "external";
  readonly version: string;
  /** Whether an acknowledged write survives a crash of the machine: fsync and synchronous commit are on. */
  readonly durable: boolean;
}

const HealthView = z.object({
  status: z.enum(["ok", "unavailable"]),
  version: z.string(),
  database: z.object({ engine: z.enum(["embedded", "external"]), version: z.string(), durable: z.boolean() }),
});

export function serveHealth(
  app: FastifyInstance,
  {
    version,
    status,
    database,
  }: { readonly version: string; readonly status: DatabaseStatus; readonly database: Database },
): void {
  const schema = {
    operationId: "readHealth",
    summary: "Whether the program and its database answer.",
    tags: ["health"],
    response: { 200: HealthView, 503: HealthView },
  };
  app.get("/api/health", { schema }, async (_request, reply) => {
    const answers = await database
      .atGate((tx) => sql`select 1`.execute(tx))
      .then(
        () => true,
        () => false,
      );
    const { engine, version: databaseVersion, durable } = status;
    return reply.code(answers ? 200 : 503).send({
      status: answers ? "ok" : "unavailable",
      version,
      database: { engine, version: databaseVersion, durable },
    });
  });
}
