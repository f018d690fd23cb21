import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { forgetOverSecrets, forgetSpent } from "../src/platform/jobs/forget-spent.ts";
import { allRoutes } from "../src/routes.ts";
import { ask, foundTestClinic, openTestWorld, password, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

const begun = new Date("2027-01-06T08:00:00Z");
const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000);

/** No mail leaves this installation, so that the owner is given each link to hand over. */
beforeAll(async () => {
  const mailbox = { leaves: false, deliver: async () => undefined, close: () => undefined };
  world = await openTestWorld({ mailbox });
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
beforeEach(() => world.setNow(begun));
afterAll(() => world.close());

/** Everything that is kept for repeats, as somebody with a copy of the database would read it. */
async function keptAnswers(): Promise<string> {
  const rows = await world.query<{ told: string | null }>(
    "select body::text as told from idempotent_answer union all select body::text from gate_answer",
  );
  return rows.map(({ told }) => told ?? "").join("\n");
}
const keyed = (name: string) => ({ "idempotency-key": `${name}-key` });
const isRefused = ({ status, body }: { status: number; body: { code: string; detail?: string } }) => [
  status,
  body.code,
  body.detail,
];
const gone = [
  409,
  "conflict",
  "This was done before, and what it gave has been used, ended or is over. Do it anew if you need another.",
];

describe("a time kept for a visitor", () => {
  const at = () => `/api/self-booking/clinics/${clinic.clinicId}`;
  async function firstFreeTime() {
    const { body } = await ask(world, null, "GET", `${at()}/times?siteId=${clinic.siteId}`);
    const { day, times } = body.days.find(({ times }: { times: unknown[] }) => times.length > 0);
    return { siteId: clinic.siteId, day, start: times[0].start };
  }
  async function hold(name: string, wish: object) {
    const send = () => ask(world, null, "POST", `${at()}/holds`, { instead: null, ...wish }, keyed(name));
    const kept = await send();
    expect(kept.status).toBe(201);
    expect(await keptAnswers()).toContain(kept.body.token);
    return { token: kept.body.token as string, first: kept.text, repeat: send };
  }

  it("is answered word for word to a repeat while it is kept, and its token goes with its ten minutes", async () => {
    const { token, first, repeat } = await hold("over", await firstFreeTime());
    world.setNow(after(9));
    expect((await repeat()).text).toBe(first);
    await forgetOverSecrets.run(world.app.services, after(9));
    expect(await keptAnswers()).toContain(token);
    world.setNow(after(10));
    expect(isRefused(await repeat())).toEqual(gone);
    await forgetOverSecrets.run(world.app.services, after(10));
    expect(await keptAnswers()).not.toContain(token);
    expect(isRefused(await repeat())).toEqual(gone);
  });

  it("that is given back takes its token with it", async () => {
    await world.query("delete from claim where hold_id is not null");
    await world.query("update hold set ended_at = expires_at, ended_as = 'expired' where ended_at is null");
    const { token, repeat } = await hold("released", await firstFreeTime());
    await ask(world, null, "POST", `${at()}/holds/releases`, { token });
    expect(await keptAnswers()).not.toContain(token);
    expect(isRefused(await repeat())).toEqual(gone);
  });

  it("that is changed for another takes the first token with it and keeps the second", async () => {
    const wish = await firstFreeTime();
    const first = await hold("first", wish);
    const second = await hold("second", { ...wish, instead: first.token });
    const kept = await keptAnswers();
    expect([kept.includes(first.token), kept.includes(second.token)]).toEqual([false, true]);
    await ask(world, null, "POST", `${at()}/holds/releases`, { token: second.token });
  });

  it("that is booked takes its token with it, and the booking is answered to a repeat", async () => {
    const { token } = await hold("booked", await firstFreeTime());
    const contact = { by: "email", email: "nora@visitor.example" };
    await ask(world, null, "POST", `${at()}/codes`, { token, contact });
    const [sent] = await world.query<{ text: string }>("select text from message where kind = 'booking-code'");
    const code = /\d{6}/.exec(sent?.text ?? "")?.[0];
    const person = { givenName: "Nora", familyName: "Lind", birthDate: "1990-04-02", contact };
    const book = () =>
      ask(world, null, "POST", `${at()}/bookings`, { token, code, ...person }, keyed("the-booking-itself"));
    const booked = await book();
    expect(booked.status).toBe(201);
    expect(await keptAnswers()).not.toContain(token);
    expect((await book()).text).toBe(booked.text);
  });
});

describe("an invitation's link that the owner hands over", () => {
  const owns = (method: "POST" | "DELETE" | "GET", path: string, body?: unknown, headers = {}) =>
    ask(world, clinic.tokens.owner, method, path, body, headers);
  async function invite(email: string) {
    const body = { email, name: "Nia", role: "manager" };
    const send = () => owns("POST", "/api/staff/invitations", body, keyed(email));
    const invited = await send();
    const token = invited.body.link.split("#")[1] as string;
    expect((await send()).text).toBe(invited.text);
    return { token, repeat: send };
  }
  const openId = async () => (await owns("GET", "/api/staff/invitations")).body.invitations[0].id;

  it("goes once somebody has joined with it", async () => {
    const { token, repeat } = await invite("nia@heron.example");
    const join = { token, name: "Nia", password: "a long password" };
    expect((await ask(world, null, "POST", "/api/staff/invitations/accept", join)).status).toBe(201);
    expect(await keptAnswers()).not.toContain(token);
    expect(isRefused(await repeat())).toEqual(gone);
  });

  it("goes once it is withdrawn", async () => {
    const { token, repeat } = await invite("ode@heron.example");
    await owns("DELETE", `/api/staff/invitations/${await openId()}`);
    expect(await keptAnswers()).not.toContain(token);
    expect(isRefused(await repeat())).toEqual(gone);
  });

  it("goes once it is sent again, and the new one stays for a repeat", async () => {
    const { token } = await invite("pia@heron.example");
    const path = `/api/staff/invitations/${await openId()}/again`;
    const again = await owns("POST", path, {}, keyed("sent-again"));
    expect(await keptAnswers()).not.toContain(token);
    expect((await owns("POST", path, {}, keyed("sent-again"))).text).toBe(again.text);
  });

  it("goes once another invitation to the same address takes its place", async () => {
    const { token } = await invite("quy@heron.example");
    await owns("POST", "/api/staff/invitations", { email: "quy@heron.example", name: "Quy", role: "auditor" });
    expect(await keptAnswers()).not.toContain(token);
  });

  it("goes with its seven days", async () => {
    const { token } = await invite("rue@heron.example");
    await forgetOverSecrets.run(world.app.services, after(7 * 24 * 60 - 1));
    expect(await keptAnswers()).toContain(token);
    await forgetOverSecrets.run(world.app.services, after(7 * 24 * 60));
    expect(await keptAnswers()).not.toContain(token);
  });
});

describe("the address of a calendar feed", () => {
  const own = (method: "POST" | "DELETE", name: string) =>
    ask(world, clinic.tokens.practitioner, method, "/api/account/calendar-feed", {}, keyed(name));
  const secretOf = (url: string) => /feeds\/(.+)\.ics$/.exec(url)?.[1] ?? "none";

  it("is answered to a repeat while it works, and goes once another takes its place or it is ended", async () => {
    const first = await own("POST", "feed-one");
    expect((await own("POST", "feed-one")).text).toBe(first.text);
    const second = await own("POST", "feed-two");
    const kept = await keptAnswers();
    expect([first, second].map(({ body }) => kept.includes(secretOf(body.url)))).toEqual([false, true]);
    expect(isRefused(await own("POST", "feed-one"))).toEqual(gone);
    await own("DELETE", "feed-end");
    expect(await keptAnswers()).not.toContain(secretOf(second.body.url));
  });
});

describe("answers before a clinic is known", () => {
  it("are forgotten after a day, whether or not anybody writes again", async () => {
    expect(await world.query("select 1 from gate_answer")).not.toHaveLength(0);
    await forgetSpent().run(world.app.services, after(25 * 60));
    expect(await world.query("select 1 from gate_answer")).toHaveLength(0);
  });
});

describe("the mark by which a repeat is known", () => {
  const passwords = { password, newPassword: "a harbour full of lights" };

  it("lets nobody who has the database try passwords out on it", async () => {
    const path = "/api/account/password";
    const set = () => ask(world, clinic.tokens.manager, "POST", path, passwords, keyed("new-password"));
    expect([(await set()).status, (await set()).status]).toEqual([200, 200]);
    const [kept] = await world.query<{ mark: string }>(
      `select encode(request_hash, 'hex') as mark from idempotent_answer where key = 'new-password-key'
       union all select encode(request_hash, 'hex') from gate_answer where key = 'new-password-key'`,
    );
    const tried = createHash("sha256")
      .update(`POST ${path}\n${JSON.stringify(passwords)}`)
      .digest("hex");
    expect(kept?.mark).toMatch(/^[0-9a-f]{64}$/);
    expect(kept?.mark).not.toBe(tried);
    const other = { ...passwords, newPassword: "another harbour full" };
    const refused = await ask(world, clinic.tokens.manager, "POST", path, other, keyed("new-password"));
    expect(refused.body.code).toBe("idempotency-key-reused");
  });
});

/** By the names of their fields; `leaves` and the like carry nothing that opens anything. */
const secretField = /^(token|secret|link|url|password|hash)$|Token$|Secret$|Link$/i;

function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([name, inner]) => [
    ...(name === "properties" ? Object.keys(inner as object) : []),
    ...fieldsOf(inner),
  ]);
}

describe("every kept answer that has a field named like a secret", () => {
  it("is one of those above", () => {
    const kept = allRoutes.filter((route) =>
      route.kind === "clinic" ? route.method !== "GET" && !route.asks : route.answersOnce,
    );
    const carrying = kept.filter(({ answers }) =>
      Object.values(answers).some((schema) =>
        fieldsOf(z.toJSONSchema(schema, { unrepresentable: "any" })).some((name) => secretField.test(name)),
      ),
    );
    expect(carrying.map(({ operationId }) => operationId).sort()).toEqual([
      "createMyCalendarFeed",
      "inviteAgain",
      "inviteStaff",
      "makeHold",
    ]);
  });
});
