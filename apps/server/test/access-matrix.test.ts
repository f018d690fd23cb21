import { randomUUID } from "node:crypto";
import { roles } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessTable } from "../src/access-table.ts";
import type { AccessRow, AccessTable } from "../src/platform/http/access.ts";
import { allRoutes } from "../src/routes.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let ours: TestClinic;
let theirs: TestClinic;
let theirIds: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await openTestWorld();
  ours = await foundTestClinic(world, "heron");
  theirs = await foundTestClinic(world, "canary");
  const patient = await ask(world, theirs.tokens["front-desk"], "POST", "/api/patients", {
    ...registration,
    familyName: "canary",
  });
  const [site] = await world.query<{ id: string }>("select id from site where clinic_id = $1", [theirs.clinicId]);
  const [device] = await world.query<{ id: string }>(
    "select id from resource where clinic_id = $1 and kind = 'device'",
    [theirs.clinicId],
  );
  const [staff] = await world.query<{ id: string }>("select id from staff where clinic_id = $1 and role = 'manager'", [
    theirs.clinicId,
  ]);
  theirIds = {
    patientId: patient.body.id,
    siteId: site?.id ?? "",
    resourceId: device?.id ?? "",
    staffId: staff?.id ?? "",
  };
}, 120_000);
afterAll(() => world.close());

/** The path with every parameter filled by an id of the other clinic, or by one that nobody has. */
function otherClinicsPath(path: string): string {
  return path.replace(/:(\w+)/g, (_match, name: string) => theirIds[name] ?? randomUUID());
}

function relation(row: AccessRow, role: (typeof roles)[number]): string | null {
  if (row.who === "anybody" || row.who === "signed-in") return row.who;
  return row.roles[role] ?? null;
}

const table: AccessTable = accessTable;
const cases = allRoutes.flatMap((route) =>
  roles.map((role) => ({ route, role, name: `${role} ${route.method} ${route.path}` })),
);

describe("the access table", () => {
  it("has one row for every route and none besides", () =>
    expect(Object.keys(table).sort()).toEqual(allRoutes.map(({ operationId }) => operationId).sort()));

  it("lets patients reach only paths that name no patient", () => {
    for (const route of allRoutes) {
      const row = table[route.operationId];
      if (row?.who === "roles" && row.roles.patient) expect(route.path).toMatch(/^\/api\/my\//);
    }
  });

  it.each(allRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "asks nobody in to %s without a sign-in",
    async (_name, route) => {
      const row = table[route.operationId];
      const { status, body } = await ask(
        world,
        null,
        route.method,
        otherClinicsPath(route.path),
        route.method === "GET" ? undefined : {},
      );
      if (row?.who === "anybody") expect(status).not.toBe(403);
      else expect({ status, code: body.code }).toEqual({ status: 401, code: "not-signed-in" });
    },
  );

  it.each(cases)("$name", async ({ route, role }) => {
    const row = table[route.operationId] as AccessRow;
    const held = relation(row, role);
    const path = otherClinicsPath(route.path);
    const answered = await ask(world, ours.tokens[role], route.method, path, route.method === "GET" ? undefined : {});
    expect(answered.text).not.toContain("canary");
    expect(answered.status).toBeLessThan(500);
    if (held === null)
      expect({ status: answered.status, code: answered.body.code }).toEqual({ status: 403, code: "forbidden" });
    else if (route.path.includes(":")) expect(answered.status).toBeGreaterThanOrEqual(400);
  });

  it("left the other clinic's records as they were", async () => {
    const [count] = await world.query<{ events: number }>(
      "select count(*) as events from audit_event where clinic_id = $1",
      [theirs.clinicId],
    );
    expect(count?.events).toBe(1);
  });
});
