import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret, newSecret } from "../src/platform/auth/secrets.ts";
import { ask, foundTestClinic, openTestWorld, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";
import { walkPathway } from "./whole-pathway.ts";

let world: TestWorld;
let ours: TestClinic;
let theirs: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  ours = await foundTestClinic(world, "heron");
  theirs = await foundTestClinic(world, "canary");
}, 120_000);
afterAll(() => world.close());

/** The same clinic as another patient of it sees it. */
async function neighbourOf(clinic: TestClinic): Promise<TestClinic> {
  const registered = await ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", {
    ...registration,
    email: "next@heron.example",
  });
  const { clinicId } = clinic;
  const [accountId, membershipId, secret] = [randomUUID(), randomUUID(), newSecret()];
  const ownPatientId: string = registered.body.id;
  await world.query(
    "insert into account (id, email, name, created_at) values ($1, 'next@heron.example', 'Next', now())",
    [accountId],
  );
  await world.query(
    "insert into membership (clinic_id, id, account_id, role, patient_id, patient_relation, created_at) values ($1, $2, $3, 'patient', $4, 'self', now())",
    [clinicId, membershipId, accountId, ownPatientId],
  );
  await world.query(
    "insert into api_token (token_hash, id, clinic_id, membership_id, name, created_at) values ($1, $2, $3, $4, 'patient', now())",
    [hashSecret(secret), randomUUID(), clinicId, membershipId],
  );
  return { ...clinic, ownPatientId, canary: "neighbour", tokens: { ...clinic.tokens, patient: secret } };
}

/** Which table has an id, and whose row it is. */
interface Owner {
  readonly table: string;
  readonly clinicId: string;
  readonly patientId: string | null;
}

interface Request {
  readonly url: string;
  readonly method: string;
  readonly payload?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface Probe {
  readonly what: string;
  readonly status: number;
  /** Somebody else's name in the answer, or a row that is not as it was. */
  readonly harm: boolean;
}

async function readOwners(): Promise<ReadonlyMap<string, Owner>> {
  const tables = await world.query<{ name: string; ofPatients: boolean }>(
    `select c.relname as name, exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'patient_id') as "ofPatients"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
     where c.relkind = 'r' and c.relrowsecurity and c.relname <> 'audit_event'`,
  );
  const rows = tables.map(({ name, ofPatients }) => {
    const patient = name === "patient" ? "id" : ofPatients ? "patient_id" : "null::uuid";
    return `select id, '${name}' as table, clinic_id as "clinicId", ${patient} as "patientId" from ${name}`;
  });
  const owned = await world.query<Owner & { readonly id: string }>(rows.join(" union all "));
  return new Map(owned.map(({ id, ...owner }) => [id, owner]));
}

/** What the records of both clinics come to, but for who tried what. */
async function digest(): Promise<string> {
  const tables = await world.query<{ relname: string }>(
    "select relname from pg_class where relkind = 'r' and relrowsecurity and relname not in ('audit_event', 'audit_head') order by 1",
  );
  const sums = tables.map(
    ({ relname }) => `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${relname} t`,
  );
  return (await world.query<{ sum: string }>(sums.join(" union all "))).map(({ sum }) => sum).join();
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The ids of others that may be put in the place of one: another clinic's of the same kind, another patient's of this. */
function* othersOf(
  id: string,
  { url, named }: { readonly url: string; readonly named: readonly string[] },
  owners: ReadonlyMap<string, Owner>,
) {
  const owner = owners.get(id);
  if (!owner) return;
  const others = [...owners].filter(([, { table }]) => table === owner.table);
  const [foreign] = others.filter(([, { clinicId }]) => clinicId === theirs.clinicId);
  if (foreign) yield { other: foreign[0], whose: `another clinic's ${owner.table}` };
  const ofPatient = owner.patientId !== null && (owner.table !== "patient" || named.length > 1);
  const [neighbour] = others.filter(
    ([, { clinicId, patientId }]) => ofPatient && clinicId === ours.clinicId && patientId !== owner.patientId,
  );
  const isBound =
    url.startsWith("/api/my/") || named.some((one) => one !== id && owners.get(one)?.patientId === owner.patientId);
  if (neighbour && isBound) yield { other: neighbour[0], whose: `another patient's ${owner.table}` };
}

/** From now on each request is first made with one id in it put in place of somebody else's, then as it is. */
function probeFirst(probes: Probe[]): () => void {
  const { http } = world.app;
  const inject = http.inject.bind(http) as unknown as (asked: Request) => Promise<{ statusCode: number; body: string }>;
  const attempt = async (
    asked: Request,
    change: { readonly id: string; readonly other: string; readonly whose: string },
  ) => {
    const { id, other, whose } = change;
    const { payload } = asked;
    const isJson = payload !== undefined && !Buffer.isBuffer(payload);
    const before = await digest();
    const { statusCode, body } = await inject({
      ...asked,
      url: asked.url.replaceAll(id, other),
      ...(isJson ? { payload: JSON.parse(JSON.stringify(payload).replaceAll(id, other)) } : {}),
      headers: { ...asked.headers, "idempotency-key": `probe-key-${probes.length}` },
    });
    const harm = body.includes("canary") || (await digest()) !== before;
    probes.push({ what: `${asked.method} ${asked.url} with ${whose}`, status: statusCode, harm });
  };
  const probing = async (asked: Request) => {
    const owners = await readOwners();
    const body = Buffer.isBuffer(asked.payload) ? "" : JSON.stringify(asked.payload ?? null);
    const named = [...new Set(`${asked.url} ${body}`.match(uuid) ?? [])];
    for (const id of named)
      for (const { other, whose } of othersOf(id, { url: asked.url, named }, owners))
        await attempt(asked, { id, other, whose });
    return inject(asked);
  };
  Object.assign(http, { inject: probing });
  return () => void Object.assign(http, { inject });
}

describe("an id of somebody else", () => {
  it("opens nothing and changes nothing, wherever it stands in a request that is right otherwise", async () => {
    const nobodyRefused = (taken: readonly (readonly [string, number])[]) =>
      expect(taken.filter(([, status]) => status >= 400)).toEqual([]);
    nobodyRefused(await walkPathway(world, theirs, 11));
    nobodyRefused(await walkPathway(world, await neighbourOf(ours), 12));
    const probes: Probe[] = [];
    const stop = probeFirst(probes);
    const taken = await walkPathway(world, ours, 13);
    stop();
    nobodyRefused(taken);
    expect(probes.length).toBeGreaterThan(80);
    expect(probes.filter(({ harm }) => harm)).toEqual([]);
    const answered = probes.filter(({ status }) => status < 400).map(({ what }) => what.replace(uuid, ":id"));
    // A search by somebody else's id finds nothing, and says so.
    expect(answered).toEqual(["GET /api/audit?patientId=:id with another clinic's patient"]);
    expect(probes.filter(({ status }) => status >= 500)).toEqual([]);
  }, 600_000);
});
