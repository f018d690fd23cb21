import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const key = (name: string) => ({ "idempotency-key": `the-${name}-key` });

async function tokenSent(kind: string): Promise<string> {
  const [message] = await world.query<{ text: string }>(
    "select text from message where kind = $1 order by created_at desc, id desc limit 1",
    [kind],
  );
  return message?.text.split("#")[1] ?? "";
}

describe("a write before a clinic is known whose answer was lost", () => {
  it("is answered as the first time when an invitation is taken", async () => {
    const invited = { email: "nia@heron.example", name: "Nia", role: "practitioner" };
    await ask(world, clinic.tokens.owner, "POST", "/api/staff/invitations", invited);
    const body = { token: await tokenSent("invitation"), name: "Nia", password: "correct horse battery" };
    const accept = (more: object = {}, named = "accept") =>
      ask(world, null, "POST", "/api/staff/invitations/accept", { ...body, ...more }, key(named));
    const both = await Promise.all([accept(), accept()]);
    expect(both.map(({ status, body: said }) => [status, said])).toEqual([
      [201, { email: "nia@heron.example" }],
      [201, { email: "nia@heron.example" }],
    ]);
    expect((await accept()).body).toEqual({ email: "nia@heron.example" });
    expect(await world.query("select 1 from staff where email = 'nia@heron.example'")).toHaveLength(1);
    expect((await accept({ password: "another password 1" })).body.code).toBe("idempotency-key-reused");
    expect((await accept({}, "second")).body.code).toBe("link-refused");
  });

  it("is answered as the first time when a password is set, and signs nobody out a second time", async () => {
    const email = clinic.emailOf("manager");
    await ask(world, null, "POST", "/api/sign-in/new-password-requests", { email });
    const body = { token: await tokenSent("new-password"), password: "a new password 123" };
    const set = () => ask(world, null, "POST", "/api/sign-in/new-password", body, key("password"));
    expect((await set()).status).toBe(200);
    await ask(world, null, "POST", "/api/sign-in", { email, password: body.password });
    expect((await set()).status).toBe(200);
    const signIns = await world.query(
      "select 1 from sign_in join account on account.id = sign_in.account_id where account.email = $1",
      [email],
    );
    expect(signIns).toHaveLength(1);
  });

  it("keeps no refusal: what was refused may be right a moment later", async () => {
    const body = { token: "x".repeat(43), name: "Nia", password: "correct horse battery" };
    const accept = () => ask(world, null, "POST", "/api/staff/invitations/accept", body, key("refused"));
    expect((await accept()).body.code).toBe("link-refused");
    expect(await world.query("select 1 from gate_answer where key = 'the-refused-key'")).toEqual([]);
  });
});

async function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  const answered = await world.app.http.inject({ method: "POST", url: path, payload: body, headers });
  const cookies = Object.fromEntries(answered.cookies.map(({ name, value }) => [name, value]));
  return {
    status: answered.statusCode,
    code: answered.json().code,
    cookie: `fibril=${cookies["fibril"]}`,
    csrf: cookies["fibril_csrf"] ?? "",
  };
}

const signInsOf = (role: "front-desk" | "patient" | "manager") =>
  world.query("select 1 from sign_in join account on account.id = sign_in.account_id where account.email = $1", [
    clinic.emailOf(role),
  ]);

describe("a write before a clinic is known", () => {
  it.each([
    ["/api/sign-in", { email: "nobody@heron.example", password: "x" }],
    ["/api/sign-in/codes", { email: "nobody@heron.example" }],
    ["/api/sign-in/code", { email: "nobody@heron.example", code: "123456" }],
    ["/api/sign-in/link", { token: "x".repeat(43) }],
    ["/api/sign-in/new-password-requests", { email: "nobody@heron.example" }],
    ["/api/sign-in/new-password", { token: "x".repeat(43), password: "correct horse battery" }],
    ["/api/staff/invitations/accept", { token: "x".repeat(43), name: "Nia", password: "correct horse battery" }],
    [
      "/api/first-owner",
      {
        token: "x".repeat(43),
        clinicName: "Alder",
        timeZone: "Europe/London",
        name: "Nia",
        email: "nia@alder.example",
        password: "correct horse battery",
      },
    ],
  ])("is refused at %s without a key", async (path, body) =>
    expect(await post(path, body)).toMatchObject({ status: 400, code: "idempotency-key-missing" }),
  );

  it("leaves one sign-in, the last one, when a password is sent twice", async () => {
    const enter = () => post("/api/sign-in", { email: clinic.emailOf("front-desk"), password }, key("enter"));
    const first = await enter();
    const second = await enter();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await signInsOf("front-desk")).toHaveLength(1);
    const seen = (cookie: string) => ask(world, null, "GET", "/api/sign-in", undefined, { cookie });
    expect((await seen(first.cookie)).status).toBe(401);
    expect((await seen(second.cookie)).status).toBe(200);
  });

  it("checks the password again, whatever key it carries", async () => {
    const wrong = { email: clinic.emailOf("front-desk"), password: "not mine at all" };
    expect((await post("/api/sign-in", wrong, key("enter"))).code).toBe("sign-in-refused");
    expect(await signInsOf("front-desk")).toHaveLength(1);
  });

  it("sends one code when it is asked for twice, and a code signs in once", async () => {
    const email = clinic.emailOf("patient");
    await post("/api/sign-in/codes", { email }, key("code"));
    await post("/api/sign-in/codes", { email }, key("code"));
    const sent = await world.query<{ text: string }>("select text from message where kind = 'sign-in-code'");
    expect(sent).toHaveLength(1);
    const code = /\d{6}/.exec(sent[0]?.text ?? "")?.[0] ?? "";
    const enter = (named: string) => post("/api/sign-in/code", { email, code }, key(named));
    const first = await enter("code-used");
    expect([first.status, (await enter("another")).code]).toEqual([200, "sign-in-refused"]);
    const again = await enter("code-used");
    expect(again.status).toBe(200);
    expect(again.cookie).not.toBe(first.cookie);
    expect(await signInsOf("patient")).toHaveLength(1);
  });

  it("signs in once by a link, and again only where the answer to that very write was lost just now", async () => {
    await world.query("delete from sign_in");
    const linked = `/api/patients/${clinic.ownPatientId}/portal-links`;
    await ask(world, clinic.tokens.owner, "POST", linked, { guardianId: null });
    const token = await tokenSent("patient-link");
    const enter = (named: string) => post("/api/sign-in/link", { token }, key(named));
    expect((await enter("link")).status).toBe(200);
    expect((await enter("other")).code).toBe("link-refused");
    expect((await enter("link")).status).toBe(200);
    expect(await world.query("select 1 from sign_in")).toHaveLength(1);
    world.setNow(new Date("2027-01-06T08:11:00Z"));
    expect((await enter("link")).code).toBe("link-refused");
    world.setNow(new Date("2027-01-06T08:00:00Z"));
  });

  it("signs out once, and says so again to a browser that has not heard it", async () => {
    await world.query("delete from sign_in");
    const entered = await post("/api/sign-in", { email: clinic.emailOf("manager"), password }, key("enter-manager"));
    const headers = { cookie: entered.cookie, "x-fibril-csrf": entered.csrf, ...key("leave") };
    const leave = () => ask(world, null, "POST", "/api/sign-out", undefined, headers);
    const [first, repeat] = [await leave(), await leave()];
    expect([first.status, first.body, repeat.status, repeat.body]).toEqual([200, { done: true }, 200, { done: true }]);
    expect(await signInsOf("manager")).toEqual([]);
    expect(
      (await ask(world, null, "POST", "/api/sign-out", undefined, { ...key("x"), origin: "http://evil.example" }))
        .status,
    ).toBe(403);
  });

  it("keeps no password, code or cookie with its answer", async () => {
    const kept = await world.query<{ told: string }>("select body::text as told from gate_answer");
    for (const { told } of kept) expect(told).toMatch(/^\{"(done|email)": /);
  });
});
