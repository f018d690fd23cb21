import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let other: TestClinic;
let minutes = 0;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "canary");
}, 120_000);
afterAll(() => world.close());

const owns = (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown) =>
  ask(world, clinic.tokens.owner, method, path, body);

/** Each is sent a minute after the one before, so that the newest message is the latest. */
async function invite(email: string, role = "manager", by = clinic.tokens.owner) {
  minutes += 1;
  world.setNow(new Date(Date.UTC(2027, 0, 6, 8, minutes)));
  await ask(world, by, "POST", "/api/staff/invitations", { email, name: "Nia", role });
  return newestToken();
}
async function newestToken(): Promise<string> {
  const [sent] = await world.query<{ text: string }>(
    "select text from message where kind = 'invitation' order by created_at desc limit 1",
  );
  return sent?.text.split("#")[1] ?? "";
}
const join = (token: string) =>
  ask(world, null, "POST", "/api/staff/invitations/accept", { token, name: "Nia", password: "a long password" });
const open = async (): Promise<{ id: string; email: string; role: string; isOver: boolean; expiresAt: string }[]> =>
  (await owns("GET", "/api/staff/invitations")).body.invitations;
async function memberBy(email: string) {
  const { body } = await owns("GET", "/api/staff");
  const found = body.staff.find((member: { email: string }) => member.email === email);
  if (!found) throw new Error(`nobody with ${email}`);
  return found as { id: string; version: number; name: string; role: string; ended: boolean };
}
async function change(email: string, part: { role?: string; ended?: boolean }, by = clinic.tokens.owner) {
  const { id, version, name } = await memberBy(email);
  return ask(world, by, "PATCH", `/api/staff/${id}`, { version, name, registration: null, ended: false, ...part });
}

describe("an invitation that nobody has taken", () => {
  it("is listed with its end until it is taken", async () => {
    const token = await invite("nia@heron.example");
    expect(await open()).toEqual([
      {
        id: expect.any(String),
        name: "Nia",
        email: "nia@heron.example",
        role: "manager",
        sentAt: "2027-01-06T08:01:00.000Z",
        expiresAt: "2027-01-13T08:01:00.000Z",
        isOver: false,
      },
    ]);
    expect((await join(token)).status).toBe(201);
    expect(await open()).toEqual([]);
  });

  it("is sent again under a new link, and the one before no longer works", async () => {
    const before = await invite("ode@heron.example");
    const [first] = await open();
    minutes += 1;
    world.setNow(new Date(Date.UTC(2027, 0, 6, 8, minutes)));
    const again = await owns("POST", `/api/staff/invitations/${first?.id}/again`, {});
    expect(again.body).toMatchObject({ email: "ode@heron.example", role: "manager" });
    expect((await open()).map(({ email }) => email)).toEqual(["ode@heron.example"]);
    expect((await join(before)).body.detail).toBe(
      "This invitation was used or its time is over. Ask whoever invited you for a new one.",
    );
    expect((await join(await newestToken())).status).toBe(201);
  });

  it("is withdrawn, and its link says so", async () => {
    const token = await invite("pia@heron.example");
    const [first] = await open();
    expect((await owns("DELETE", `/api/staff/invitations/${first?.id}`)).body).toEqual({ email: "pia@heron.example" });
    expect(await open()).toEqual([]);
    expect((await join(token)).body.detail).toBe("The clinic withdrew this invitation. Ask whoever invited you.");
    expect((await owns("DELETE", `/api/staff/invitations/${first?.id}`)).status).toBe(404);
    expect((await owns("POST", `/api/staff/invitations/${first?.id}/again`, {})).status).toBe(404);
  });

  it("stays when its time is over, marked so", async () => {
    await invite("quy@heron.example");
    world.setNow(new Date("2027-01-14T09:00:00Z"));
    expect((await open()).map(({ email, isOver }) => [email, isOver])).toEqual([["quy@heron.example", true]]);
    world.setNow(new Date(Date.UTC(2027, 0, 6, 8, minutes)));
  });

  it("is out of another clinic's sight and reach, which may invite the same address without ending ours", async () => {
    const ours = await invite("rue@heron.example");
    const [first] = await open();
    const theirs = (method: "GET" | "POST" | "DELETE", path: string, body?: unknown) =>
      ask(world, other.tokens.owner, method, path, body);
    expect((await theirs("GET", "/api/staff/invitations")).body.invitations).toEqual([]);
    expect((await theirs("DELETE", `/api/staff/invitations/${first?.id}`)).status).toBe(404);
    expect((await theirs("POST", `/api/staff/invitations/${first?.id}/again`, {})).status).toBe(404);
    await invite("rue@heron.example", "manager", other.tokens.owner);
    expect((await join(ours)).status).toBe(201);
  });
});

describe("a member of staff", () => {
  it("has their new role from the next request on", async () => {
    expect((await ask(world, clinic.tokens.manager, "GET", "/api/overview")).status).toBe(200);
    expect((await change(clinic.emailOf("manager"), { role: "auditor" })).body.code).toBe(undefined);
    expect((await ask(world, clinic.tokens.manager, "GET", "/api/overview")).status).toBe(403);
    expect((await ask(world, clinic.tokens.manager, "GET", "/api/audit")).status).toBe(200);
    await change(clinic.emailOf("manager"), { role: "manager" });
    expect((await ask(world, clinic.tokens.manager, "GET", "/api/overview")).status).toBe(200);
  });

  it("is out at once when their place ends, and is offered for no visit any more", async () => {
    const { id } = await memberBy(clinic.emailOf("practitioner"));
    const [resource] = await world.query<{ id: string }>("select id from resource where staff_id = $1", [id]);
    const practitionerId = resource?.id ?? null;
    const wish = { siteId: clinic.siteId, serviceKind: "consultation", from: "2027-01-07", to: "2027-01-20" };
    const ofThem = async () => {
      const path = "/api/visit-suggestions";
      const { body } = await ask(world, clinic.tokens["front-desk"], "POST", path, { ...wish, practitionerId: null });
      return body.places.filter(({ practitioner }: { practitioner: string }) => practitioner === practitionerId).length;
    };
    expect(await ofThem()).toBeGreaterThan(0);
    expect((await change(clinic.emailOf("practitioner"), { ended: true })).body.ended).toBe(true);
    expect((await ask(world, clinic.tokens.practitioner, "GET", "/api/patients")).status).toBe(401);
    expect(await ofThem()).toBe(0);
    expect((await change(clinic.emailOf("practitioner"), {})).body.detail).toBe(
      "Their place has ended: invite them again.",
    );
  });

  it("who is the last owner can't be ended or be anything else", async () => {
    for (const part of [{ ended: true }, { role: "manager" }])
      expect((await change(clinic.emailOf("owner"), part)).body).toMatchObject({
        code: "conflict",
        detail: "A clinic needs an owner: make somebody else an owner first.",
      });
  });

  it("who is one of two owners can't end themselves, but the other can make them something else", async () => {
    await change("nia@heron.example", { role: "owner" });
    expect((await change(clinic.emailOf("owner"), { ended: true })).body.detail).toBe(
      "You can't end your own place or change your own role: another owner can.",
    );
    expect((await change("nia@heron.example", { role: "manager" })).body.role).toBe("manager");
  });

  it("can't be given a role in which they have another place", async () => {
    await join(await invite(clinic.emailOf("auditor"), "manager"));
    const { body } = await owns("GET", "/api/staff");
    const both = body.staff.filter(({ email }: { email: string }) => email === clinic.emailOf("auditor"));
    expect(both.map(({ role }: { role: string }) => role).sort()).toEqual(["auditor", "manager"]);
    expect(
      (await change(clinic.emailOf("auditor"), { role: both[0].role === "auditor" ? "manager" : "auditor" })).body,
    ).toMatchObject({ code: "conflict" });
  });
});

describe("the own account", () => {
  const signIn = (secret: string, agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") =>
    ask(
      world,
      null,
      "POST",
      "/api/sign-in",
      { email: clinic.emailOf("manager"), password: secret },
      {
        "user-agent": agent,
      },
    );

  it("lists where it is signed in, with what, the latest first", async () => {
    await signIn(password);
    world.setNow(new Date(Date.UTC(2027, 0, 6, 8, minutes + 1)));
    await signIn(password, "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) Version/18.5 Safari/604.1");
    const { body } = await ask(world, clinic.tokens.manager, "GET", "/api/account/sign-ins");
    expect(
      body.signIns.map(({ device, isThisOne }: { device: string; isThisOne: boolean }) => [device, isThisOne]),
    ).toEqual([
      ["Safari on an iPad", false],
      ["Firefox on Linux", false],
    ]);
  });

  it("takes a new password from whoever knows the old one, and ends every other sign-in", async () => {
    const set = (old: string) =>
      ask(world, clinic.tokens.manager, "POST", "/api/account/password", {
        password: old,
        newPassword: "a harbour full of lights",
      });
    expect((await set("not the password")).body.issues).toEqual([
      { path: "password", message: "is not your password" },
    ]);
    expect((await signIn(password)).status).toBe(200);
    expect((await set(password)).status).toBe(200);
    expect((await ask(world, clinic.tokens.manager, "GET", "/api/account/sign-ins")).body.signIns).toEqual([]);
    expect((await signIn(password)).status).toBe(401);
    expect((await signIn("a harbour full of lights")).status).toBe(200);
  });

  it("without a place anywhere is told so in words, not that something did not match", async () => {
    const { body } = await ask(world, null, "POST", "/api/sign-in", {
      email: clinic.emailOf("practitioner"),
      password,
    });
    expect(body).toMatchObject({ code: "no-place", title: "This account has no place in a clinic any more" });
  });
});
