import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { allRoutes } from "../src/routes.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let ours: TestClinic;
let theirs: TestClinic;
let document: OpenApi;

interface Schema {
  readonly [key: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

beforeAll(async () => {
  world = await openTestWorld();
  ours = await foundTestClinic(world, "heron");
  theirs = await foundTestClinic(world, "canary");
  await ask(world, theirs.tokens["front-desk"], "POST", "/api/patients", { ...registration, familyName: "canary" });
  document = (await ask(world, null, "GET", "/api/openapi.json")).body;
}, 120_000);
afterAll(() => world.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

describe("the OpenAPI document", () => {
  it("is 3.1 and tells of exactly the routes that are served", () => {
    expect(document.openapi).toBe("3.1.0");
    const told = operations()
      .filter(({ operation }) => operation.operationId !== "readHealth")
      .map(({ path, method }) => `${method} ${path}`);
    const served = allRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(told.sort()).toEqual(served.sort());
  });

  it("asks every write for an idempotency key, and no reading or question", () => {
    const asked = operations()
      .filter(({ operation }) => operation.parameters?.some(({ name }) => name === "Idempotency-Key"))
      .map(({ operation }) => operation.operationId);
    const writes = allRoutes
      .filter((route) => route.method !== "GET" && !(route.kind === "clinic" && route.asks))
      .map(({ operationId }) => operationId);
    expect(asked.sort()).toEqual(writes.sort());
  });
});

const hostileTexts = [
  "",
  "' OR 1=1 --",
  "\u0000",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "𝒳".repeat(50),
  "9".repeat(400),
  "NaN",
  "null",
  "1e999",
];

/** Values of a schema, right and wrong ones mixed: boundaries, hostile texts, wrong types, fields that nobody asked for. */
function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    fc.constantFrom<unknown>(...hostileTexts, null, true, -1, 0, 2 ** 53, 1.5, [], {}),
    fc.string(),
  );
  if (depth > 4) return anything;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return fc.oneof(
      { weight: 6, arbitrary: fc.oneof(...choices.map((choice) => valuesOf(choice, depth + 1))) },
      { weight: 1, arbitrary: anything },
    );
  if (schema.const !== undefined) return fc.oneof({ weight: 5, arbitrary: fc.constant(schema.const) }, anything);
  if (schema.enum) return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...schema.enum) }, anything);
  return fc.oneof({ weight: 8, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: anything });
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return objectOf(schema, depth);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}, depth + 1), { maxLength: 4 });
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: -5, max: 60 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case "boolean":
      return fc.boolean();
    default:
      return textOf(schema);
  }
}

function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, inner]) => [name, valuesOf(inner, depth + 1)] as const,
  );
  const model = fc.record(Object.fromEntries(properties), {
    requiredKeys: [...(schema.required ?? [])].filter((name) => schema.properties?.[name]),
  });
  const stray = fc.dictionary(
    fc.constantFrom("id", "clinic_id", "clinicId", "__proto__", "constructor", "patient_id"),
    fc.string(),
    { maxKeys: 1 },
  );
  return fc.oneof(
    { weight: 9, arbitrary: model },
    { weight: 1, arbitrary: fc.tuple(model, stray).map(([good, more]) => ({ ...good, ...more })) },
  );
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema["format"] === "uuid")
    return fc.oneof(
      fc.uuid({ version: 7 }),
      fc.constant(theirs.ownPatientId),
      fc.constant(ours.ownPatientId),
      fc.constant(ours.siteId),
    );
  if (schema["format"] === "date-time")
    return fc.constantFrom("2027-01-06T08:00:00Z", "2027-02-30T00:00:00Z", "yesterday");
  if (String(schema["pattern"] ?? "").includes("\\d{4}-\\d{2}"))
    return fc.constantFrom("2027-01-06", "2027-02-29", "0001-01-01", "9999-12-31", "1990-04-02");
  if (String(schema["pattern"] ?? "").includes("\\d{2}:")) return fc.constantFrom("09:00", "24:00", "23:59", "9:00");
  return fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constant("a fine text"),
    fc.constant("someone@else.example"),
  );
}

const ProblemDocument = z.object({
  type: z.string(),
  title: z.string().min(1),
  status: z.number(),
  code: z.string().min(1),
});

interface Shot {
  readonly path: string;
  readonly method: string;
  readonly role: keyof TestClinic["tokens"];
  readonly values: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

function shots(): fc.Arbitrary<Shot> {
  const aims = operations()
    .filter(
      ({ operation }) =>
        !["signOut", "signOutEverywhere", "moveDemoClock", "changeStaff"].includes(operation.operationId),
    )
    .map(({ path, method, operation }) => {
      const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in !== "header");
      const schema = operation.requestBody?.content["application/json"]?.schema;
      return fc.record({
        path: fc.constant(path),
        method: fc.constant(method),
        role: fc.constantFrom("owner", "practitioner", "front-desk", "patient" as const),
        values: fc.record(Object.fromEntries(parameters.map(({ name, schema: inner }) => [name, valuesOf(inner)]))),
        body: schema ? valuesOf(schema) : fc.constant(undefined),
      });
    });
  return fc.oneof(...aims) as fc.Arbitrary<Shot>;
}

async function fire({ path, method, role, values, body }: Shot) {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(wellFormed(values[name])));
  const query = new URLSearchParams(
    Object.entries(values)
      .filter(([name]) => !path.includes(`{${name}}`))
      .map(([name, value]): [string, string] => [name, wellFormed(value)]),
  ).toString();
  return ask(world, ours.tokens[role], method as "GET", query ? `${filled}?${query}` : filled, body);
}

function wellFormed(value: unknown): string {
  return String(typeof value === "object" ? JSON.stringify(value) : value).toWellFormed();
}

/** At least 5,000, as the aim says. */
const shotCount = 5_200;

describe("requests made up from the document", () => {
  it("never fail on our side, never answer out of shape, and never show a byte of another clinic", {
    timeout: 600_000,
  }, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(shots(), async (shot) => {
        const { status, body, text } = await fire(shot);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect(status, `${shot.method} ${shot.path} ${text.slice(0, 300)}`).toBeLessThan(500);
        expect(text).not.toContain("canary");
        if (status >= 400) expect(ProblemDocument.safeParse(body).success, text).toBe(true);
        else if (body === null) expect(shot.method).toBe("GET");
      }),
      { numRuns: shotCount, endOnFailure: true },
    );
    expect(seen.get(200) ?? 0).toBeGreaterThan(100);
    expect(seen.get(422) ?? 0).toBeGreaterThan(100);
  });
});
