import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

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
    expect((await accept({}, "second")).body.code).toBe("sign-in-refused");
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
    expect((await accept()).body.code).toBe("sign-in-refused");
    expect(await world.query("select 1 from gate_answer where key = 'the-refused-key'")).toEqual([]);
  });
});
