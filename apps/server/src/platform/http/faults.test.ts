import type { FastifyRequest } from "fastify";
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { Services } from "../services.ts";
import { problemOf } from "./faults.ts";

const request = { id: "r1", routeOptions: { url: "/api/patients" } } as unknown as FastifyRequest;
const services = { log: () => undefined } as unknown as Services;

function databaseFault(code: string): Error {
  return Object.assign(new pg.DatabaseError("as PostgreSQL words it", 0, "error"), { code });
}

function fileFault(code: string): Error {
  return Object.assign(new Error(`${code}: write`), { code });
}

describe("what is told where something failed on our side", () => {
  it.each`
    failed                                  | fault                          | status | code
    ${"no room for a photograph"}           | ${fileFault("ENOSPC")}         | ${507} | ${"disk-full"}
    ${"the quota of the folder is used up"} | ${fileFault("EDQUOT")}         | ${507} | ${"disk-full"}
    ${"no room for a row"}                  | ${databaseFault("53100")}      | ${507} | ${"disk-full"}
    ${"the database is going"}              | ${databaseFault("57P01")}      | ${503} | ${"unavailable"}
    ${"the database is gone"}               | ${fileFault("ECONNREFUSED")}   | ${503} | ${"unavailable"}
    ${"something else"}                     | ${new Error("secret of ours")} | ${500} | ${"fault"}
  `("$failed: $status $code, without its own text", ({ fault, status, code }) => {
    const told = problemOf(fault, request, services);
    expect(told.status).toBe(status);
    expect(told.view.code).toBe(code);
    expect(JSON.stringify(told.view)).not.toContain(fault.message);
  });
});
