import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverMessages } from "../src/platform/messages/deliver-messages.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let sent: string[];

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

async function sendAll(leaves: boolean): Promise<readonly string[]> {
  sent = [];
  const deliver = async ({ text }: { readonly text: string }) => void sent.push(text);
  await deliverMessages({ leaves, deliver }).run(world.app.services, new Date("2027-01-06T08:00:00Z"));
  const kept = await world.query<{ text: string }>("select text from message order by id");
  return kept.map(({ text }) => text);
}

const askForAll = async () => {
  await world.query("delete from message");
  await ask(world, null, "POST", "/api/sign-in/codes", { email: clinic.emailOf("patient") });
  await ask(world, null, "POST", "/api/sign-in/new-password-requests", { email: clinic.emailOf("owner") });
  const nia = { email: "nia@heron.example", name: "Nia", role: "manager" };
  await ask(world, clinic.tokens.owner, "POST", "/api/staff/invitations", nia);
};

describe("a code or a link in a message", () => {
  it("is not kept once the message has left", async () => {
    await askForAll();
    const kept = await sendAll(true);
    expect(sent).toHaveLength(3);
    expect(sent[0]).toMatch(/Your code is \d{6}\./);
    expect(sent[1]).toMatch(/\/new-password#[\w-]{43}/);
    expect(sent[2]).toMatch(/\/invitation#[\w-]{43}/);
    expect(kept[0]).toContain("Your code is ……. It is good for 10 minutes");
    expect(kept[1]).toMatch(/\/new-password#…/);
    expect(kept[2]).toMatch(/\/invitation#…/);
    for (const text of kept) expect(text).not.toMatch(/#[\w-]{20,}|\b\d{6}\b/);
  });

  it("stays where no message leaves, for whoever hands it over", async () => {
    await askForAll();
    expect(await sendAll(false)).toEqual(sent);
    expect(sent).toHaveLength(3);
  });

  it("stays in a message that could not be sent, which is tried again", async () => {
    await askForAll();
    const fail = async () => Promise.reject(new Error("no route to host"));
    await deliverMessages({ leaves: true, deliver: fail }).run(world.app.services, new Date("2027-01-06T08:00:00Z"));
    const kept = await world.query<{ text: string }>("select text from message order by id");
    expect(kept[0]?.text).toMatch(/Your code is \d{6}\./);
  });
});
