import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../src/operations/create-token.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

let world: TestWorld;
let ours: TestClinic;
let theirs: TestClinic;
let secret: string;

beforeAll(async () => {
  world = await openTestWorld();
  ours = await foundTestClinic(world, "heron");
  theirs = await foundTestClinic(world, "canary");
  const made = { databaseUrl: world.url, role: "front-desk", name: "nightly export", clinicId: ours.clinicId } as const;
  secret = await createToken(made);
}, 120_000);
afterAll(() => world.close());

const list = async (clinic: TestClinic): Promise<readonly Token[]> =>
  (await ask(world, clinic.tokens.owner, "GET", "/api/api-tokens")).body.tokens;
const nightly = async () => (await list(ours)).find(({ name }) => name === "nightly export");

describe("an API token made at the command line", () => {
  it("stands in the owner's list with its role, and without its secret", async () => {
    const answer = await ask(world, ours.tokens.owner, "GET", "/api/api-tokens");
    expect(answer.status).toBe(200);
    expect(await nightly()).toMatchObject({ role: "front-desk", lastUsedAt: null, revokedAt: null });
    expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it("is not one of the people who work at the clinic", async () => {
    const { body } = await ask(world, ours.tokens.owner, "GET", "/api/staff");
    expect(body.staff.map(({ name }: { name: string }) => name)).not.toContain("nightly export");
  });

  it("says when it was last used", async () => {
    expect((await ask(world, secret, "GET", "/api/patients?q=own")).status).toBe(200);
    expect((await nightly())?.lastUsedAt).toBe("2027-01-06T08:00:00.000Z");
  });

  it("is nothing that another clinic's owner can see or end", async () => {
    const id = (await nightly())?.id;
    expect((await list(theirs)).map((token) => token.id)).not.toContain(id);
    expect((await ask(world, theirs.tokens.owner, "DELETE", `/api/api-tokens/${id}`)).status).toBe(404);
    expect((await ask(world, secret, "GET", "/api/patients?q=own")).status).toBe(200);
  });

  it("opens nothing more once the owner has revoked it, which the audit names once", async () => {
    const id = (await nightly())?.id;
    world.setNow(new Date("2027-01-06T09:00:00Z"));
    const first = await ask(world, ours.tokens.owner, "DELETE", `/api/api-tokens/${id}`);
    expect(first.body).toMatchObject({ id, revokedAt: "2027-01-06T09:00:00.000Z" });
    expect((await ask(world, secret, "GET", "/api/patients?q=own")).status).toBe(401);
    world.setNow(new Date("2027-01-06T10:00:00Z"));
    const again = await ask(world, ours.tokens.owner, "DELETE", `/api/api-tokens/${id}`);
    expect(again.status).toBe(409);
    expect(await nightly()).toMatchObject({ revokedAt: "2027-01-06T09:00:00.000Z" });
    const events = await world.query(
      "select 1 from audit_event where clinic_id = $1 and action = 'revoked' and noun = 'api token' and subject_id = $2",
      [ours.clinicId, id],
    );
    expect(events).toHaveLength(1);
  });

  it("stands after those that still work", async () => {
    const tokens = await list(ours);
    expect(tokens.at(-1)).toMatchObject({ name: "nightly export" });
    expect(tokens.slice(0, -1).every(({ revokedAt }) => revokedAt === null)).toBe(true);
  });

  it("that nobody made can't be revoked", async () => {
    const nobodys = "01890000-0000-7000-8000-000000000000";
    expect((await ask(world, ours.tokens.owner, "DELETE", `/api/api-tokens/${nobodys}`)).status).toBe(404);
  });
});
