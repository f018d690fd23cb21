import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetSpent } from "../src/platform/jobs/forget-spent.ts";
import {
  ask,
  foundTestClinic,
  openTestWorld,
  password,
  registration,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const begun = new Date("2027-01-06T08:00:00Z");
const later = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);

async function leftAfter(hours: number, table: "idempotent_answer" | "one_time_secret" | "sign_in") {
  await forgetSpent().run(world.app.services, later(hours));
  return (await world.query(`select 1 from ${table}`)).length;
}

describe("what has done its service", () => {
  it("is forgotten: the answer of a write after seven days, and the record itself stays", async () => {
    const asked = { url: "/api/patients", headers: { "idempotency-key": "kept-for-a-repeat" } };
    const register = () => ask(world, clinic.tokens["front-desk"], "POST", asked.url, registration, asked.headers);
    const { body: patient } = await register();
    expect(await leftAfter(7 * 24, "idempotent_answer")).toBe(1);
    expect((await register()).body.id).toBe(patient.id);
    expect(await leftAfter(7 * 24 + 1, "idempotent_answer")).toBe(0);
    const read = await ask(world, clinic.tokens["front-desk"], "GET", `/api/patients/${patient.id}`);
    expect(read.text).toContain("Okafor");
  });
  it("a sign-in when it is over", async () => {
    await ask(world, null, "POST", "/api/sign-in", { email: clinic.emailOf("owner"), password });
    expect(await leftAfter(11, "sign_in")).toBe(1);
    expect(await leftAfter(12, "sign_in")).toBe(0);
  });
  it("a code or a link a day after its time", async () => {
    await ask(world, null, "POST", "/api/sign-in/codes", { email: clinic.emailOf("patient") });
    await ask(world, null, "POST", "/api/sign-in/new-password-requests", { email: clinic.emailOf("owner") });
    expect(await leftAfter(24, "one_time_secret")).toBe(2);
    expect(await leftAfter(24.5, "one_time_secret")).toBe(1);
    expect(await leftAfter(25.5, "one_time_secret")).toBe(0);
  });
});

describe("an invitation past its end", () => {
  afterAll(() => world.setNow(begun));
  const owns = (method: "GET" | "POST" | "DELETE", path: string, body?: unknown) =>
    ask(world, clinic.tokens.owner, method, path, body);
  const listed = async (): Promise<{ id: string; email: string; isOver: boolean }[]> =>
    (await owns("GET", "/api/staff/invitations")).body.invitations;
  const afterDays = async (days: number) => {
    world.setNow(later(days * 24));
    await forgetSpent().run(world.app.services, later(days * 24));
  };
  const colleague = { email: "nia@heron.example", name: "Nia", role: "manager" };

  it("stays on the list for its owner to send again or withdraw, and goes a day after it was withdrawn", async () => {
    await owns("POST", "/api/staff/invitations", colleague);
    await afterDays(30);
    const [over] = await listed();
    expect([over?.email, over?.isOver]).toEqual(["nia@heron.example", true]);
    expect((await owns("POST", `/api/staff/invitations/${over?.id}/again`, {})).status).toBe(201);
    const [again] = await listed();
    expect([again?.email, again?.isOver]).toEqual(["nia@heron.example", false]);
    await afterDays(60);
    expect((await listed()).map(({ isOver }) => isOver)).toEqual([true]);
    expect((await owns("DELETE", `/api/staff/invitations/${again?.id}`)).status).toBe(200);
    expect(await listed()).toEqual([]);
    await afterDays(61);
    expect(await world.query("select 1 from one_time_secret where purpose = 'invitation'")).toEqual([]);
  });
});

describe("forgetting", () => {
  it("is done once an hour, however often it is asked for", async () => {
    const work = forgetSpent();
    await work.run(world.app.services, later(48));
    await ask(world, null, "POST", "/api/sign-in", { email: clinic.emailOf("owner"), password });
    await work.run(world.app.services, later(48.9));
    expect(await world.query("select 1 from sign_in")).toHaveLength(1);
    await work.run(world.app.services, later(49));
    expect(await world.query("select 1 from sign_in")).toHaveLength(0);
  });

  it("goes on where a demo that ended has given its clock back", async () => {
    const work = forgetSpent();
    await work.run(world.app.services, later(35 * 24));
    await ask(world, null, "POST", "/api/sign-in", { email: clinic.emailOf("owner"), password });
    await work.run(world.app.services, later(13));
    expect(await world.query("select 1 from sign_in")).toHaveLength(0);
  });
});
