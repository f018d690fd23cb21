import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAuditChain } from "../src/platform/audit/verify-audit.ts";
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

const register = (body: unknown, headers: Record<string, string> = {}) =>
  ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", body, headers);

describe("a write that is sent twice", () => {
  it("is done once and answered the same", async () => {
    const headers = { "idempotency-key": "the-same-key" };
    const [first, second] = await Promise.all([register(registration, headers), register(registration, headers)]);
    expect(first.status).toBe(201);
    expect(second.body.id).toBe(first.body.id);
    const other = await register({ ...registration, givenName: "Ben" }, headers);
    expect(other.body.code).toBe("idempotency-key-reused");
  });
  it("needs its key", async () =>
    expect((await register(registration, { "idempotency-key": "" })).body.code).toBe("idempotency-key-missing"));
});

describe("two people editing one record", () => {
  it("gives the second both versions and keeps the first's", async () => {
    const { body: patient } = await register({ ...registration, familyName: "Edit" });
    const edit = (note: string) =>
      ask(world, clinic.tokens["front-desk"], "PUT", `/api/patients/${patient.id}`, {
        ...registration,
        familyName: "Edit",
        note,
        version: 1,
      });
    expect((await edit("first")).status).toBe(200);
    const second = await edit("second");
    expect({ status: second.status, code: second.body.code, kept: second.body.current.note }).toEqual({
      status: 409,
      code: "stale-version",
      kept: "first",
    });
  });
});

describe("bad input", () => {
  it.each([
    ["an unknown field", { ...registration, shoeSize: 42 }, 422, "shoeSize"],
    ["a day that is none", { ...registration, birthDate: "2027-02-30" }, 422, "birthDate"],
    ["a birth date to come", { ...registration, birthDate: "2030-01-01" }, 422, "birthDate"],
    ["a NUL", { ...registration, note: "a\u0000b" }, 422, "note"],
    ["half a surrogate pair", { ...registration, givenName: "a\ud800" }, 422, "givenName"],
  ])("%s is refused by its name", async (_what, body, status, path) => {
    const answered = await register(body);
    expect({
      status: answered.status,
      paths: answered.body.issues.map((issue: { path: string }) => issue.path),
    }).toEqual({ status, paths: [path] });
  });
  it("a repeated key is refused", async () => {
    const answered = await register('{"givenName":"A","givenName":"B"}', { "content-type": "application/json" });
    expect({ status: answered.status, issues: answered.body.issues }).toEqual({
      status: 400,
      issues: [{ path: "givenName", message: "given twice" }],
    });
  });
  it("XML is not taken", async () =>
    expect((await register("<a/>", { "content-type": "application/xml" })).status).toBe(415));
  it("a megabyte of it is too large", async () =>
    expect((await register({ ...registration, note: "x".repeat(1_100_000) })).status).toBe(413));
});

describe("the audit", () => {
  it("keeps no row that can be changed, and names the one that was", async () => {
    await register(registration);
    await expect(world.query("update audit_event set actor = 'nobody'")).rejects.toThrow(/never changed/);
    const verify = () =>
      world.app.services.database.inClinic({ clinicId: clinic.clinicId }, (tx) =>
        verifyAuditChain(tx, clinic.clinicId, []),
      );
    expect((await verify()).fault).toBeNull();
    await world.query("alter table audit_event disable trigger append_only");
    await world.query("update audit_event set actor = 'somebody else' where sequence = 2");
    expect((await verify()).fault).toEqual({ sequence: 2, what: "row-changed" });
    await world.query("delete from audit_event where sequence = 2");
    expect((await verify()).fault).toEqual({ sequence: 2, what: "row-missing" });
  });
});

async function signIn(email: string, secret: string) {
  const response = await world.app.http.inject({
    method: "POST",
    url: "/api/sign-in",
    headers: { "idempotency-key": randomUUID() },
    payload: { email, password: secret },
  });
  const cookies = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
  return {
    response,
    headers: { cookie: `fibril=${cookies["fibril"]}`, "x-fibril-csrf": cookies["fibril_csrf"] ?? "" },
  };
}

describe("signing in", () => {
  it("gives an HttpOnly cookie and takes a write only with the token that our pages read", async () => {
    const { response, headers } = await signIn(clinic.emailOf("front-desk"), password);
    expect(response.statusCode).toBe(200);
    expect(response.cookies.find(({ name }) => name === "fibril")).toMatchObject({
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
    });
    expect((await ask(world, null, "POST", "/api/patients", registration, headers)).status).toBe(201);
    expect((await ask(world, null, "POST", "/api/patients", registration, { cookie: headers.cookie })).body.code).toBe(
      "cross-site",
    );
    const foreign = { ...headers, origin: "https://elsewhere.example" };
    expect((await ask(world, null, "POST", "/api/patients", registration, foreign)).body.code).toBe("cross-site");
  });
  it("ends after 30 idle minutes, whatever else is asked for", async () => {
    const { headers } = await signIn(clinic.emailOf("manager"), password);
    world.setNow(new Date("2027-01-06T08:31:00Z"));
    expect((await ask(world, null, "GET", "/api/sign-in?keep=1", undefined, headers)).status).toBe(401);
    world.setNow(new Date("2027-01-06T08:00:00Z"));
  });
  it("ends everywhere at once", async () => {
    const [first, second] = [
      await signIn(clinic.emailOf("auditor"), password),
      await signIn(clinic.emailOf("auditor"), password),
    ];
    expect((await ask(world, null, "POST", "/api/sign-out/everywhere", {}, first.headers)).status).toBe(200);
    expect((await ask(world, null, "GET", "/api/sign-in", undefined, second.headers)).status).toBe(401);
  });
  it("is throttled, and says the same of a wrong password as of an unknown address", async () => {
    const unknown = (await signIn("nobody@nowhere.example", "x")).response;
    const wrong = (await signIn(clinic.emailOf("owner"), "x")).response;
    expect(unknown.json()).toEqual(wrong.json());
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt++)
      statuses.push((await signIn("victim@heron.example", "x")).response.statusCode);
    expect(statuses.at(0)).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });
  it("by code takes five wrong tries and then none", async () => {
    await ask(world, null, "POST", "/api/sign-in/codes", { email: clinic.emailOf("patient") });
    const [message] = await world.query<{ text: string }>(
      "select text from message where kind = 'sign-in-code' order by created_at desc limit 1",
    );
    const code = /\d{6}/.exec(message?.text ?? "")?.[0] ?? "";
    const wrong = code === "000000" ? "000001" : "000000";
    const attempt = (given: string) =>
      ask(world, null, "POST", "/api/sign-in/code", { email: clinic.emailOf("patient"), code: given });
    for (let tries = 0; tries < 5; tries++) expect((await attempt(wrong)).status).toBe(401);
    expect((await attempt(code)).status).toBe(401);
  });
});

describe("an invitation to somebody who has an account", () => {
  it("gives the place and leaves the password as it was", async () => {
    const invite = { email: clinic.emailOf("manager"), name: "Another Name", role: "auditor" };
    await ask(world, clinic.tokens.owner, "POST", "/api/staff/invitations", invite);
    const [message] = await world.query<{ text: string }>(
      "select text from message where kind = 'invitation' order by created_at desc limit 1",
    );
    const token = message?.text.split("#")[1] ?? "";
    const accepted = await ask(world, null, "POST", "/api/staff/invitations/accept", {
      token,
      name: "Thief",
      password: "a new long password",
    });
    expect(accepted.status).toBe(201);
    expect((await signIn(clinic.emailOf("manager"), "a new long password")).response.statusCode).toBe(401);
    expect((await signIn(clinic.emailOf("manager"), password)).response.statusCode).toBe(200);
  });
});
