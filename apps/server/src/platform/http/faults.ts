import { hasZodFastifySchemaValidationErrors } from "@fastify/type-provider-zod";
import type { InputIssue } from "@fibril/kernel";
import type { FastifyRequest } from "fastify";
import { sqlState } from "../database/database.ts";
import type { Services } from "../services.ts";
import { type Problem, problem, UnreadableBody } from "./problem.ts";

const frameworkProblems = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-type",
  FST_ERR_CTP_EMPTY_TYPE: "unsupported-type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "not-json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "not-json",
  FST_ERR_CTP_INVALID_JSON_BODY: "not-json",
} as const;

/** Turns what was thrown into what is answered; a fault's own text goes to the log, never to the caller. */
export function problemOf(fault: unknown, request: FastifyRequest, services: Services): Problem {
  if (fault instanceof UnreadableBody) return fault.problem;
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const issues = fault.validation.flatMap(issuesOf);
    return fault.validationContext === "params" ? problem("not-found") : problem("invalid-input", { issues });
  }
  const code = (fault as { code?: unknown } | null)?.code;
  if (typeof code === "string" && Object.hasOwn(frameworkProblems, code)) {
    return problem(frameworkProblems[code as keyof typeof frameworkProblems]);
  }
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === "number" && status >= 400 && status < 500) return problem("not-json");
  services.log("error", "a request failed", {
    request: request.id,
    route: request.routeOptions.url ?? "",
    fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
  });
  return problem(causeOf(fault));
}

function causeOf(fault: unknown): "disk-full" | "unavailable" | "fault" {
  if (isDiskFull(fault)) return "disk-full";
  return isUnreachable(fault) ? "unavailable" : "fault";
}

interface Validation {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: unknown;
}

function issuesOf(validation: Validation): InputIssue[] {
  const path = validation.instancePath.split("/").filter(Boolean).join(".");
  const { keys } = (validation.params ?? {}) as { keys?: readonly string[] };
  if (validation.keyword === "unrecognized_keys" && keys) {
    return keys.map((key) => ({ path: [path, key].filter(Boolean).join("."), message: "unknown field" }));
  }
  return [{ path, message: validation.message ?? "not right" }];
}

/** The database is gone or going: class 08, 57P0x, or no connection at all. */
function isUnreachable(fault: unknown): boolean {
  const state = sqlState(fault);
  if (state) return state.startsWith("08") || state.startsWith("57P") || state === "53300";
  const code = (fault as { code?: unknown } | null)?.code;
  if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE") return true;
  return fault instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(fault.message);
}

/** No room for a row, or for a file of the vault. */
function isDiskFull(fault: unknown): boolean {
  if (sqlState(fault) === "53100") return true;
  const code = (fault as { code?: unknown } | null)?.code;
  return code === "ENOSPC" || code === "EDQUOT";
}
