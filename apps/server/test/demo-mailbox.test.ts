import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

describe("the demo's mailbox", () => {
  it("shows links at the address where the demo runs now, whatever the port was when they were written", async () => {
    await ask(world, clinic.tokens.owner, "POST", "/api/staff/invitations", {
      email: "nia@heron.example",
      name: "Nia",
      role: "manager",
    });
    await world.query("update message set text = 'Open http://127.0.0.1:4180/my or http://clinic.test/my'");
    await world.query("update installation set demo = true");
    const { body } = await ask(world, null, "GET", "/api/demo/mailbox");
    expect(body.messages.map(({ text }: { text: string }) => text)).toEqual([
      "Open http://clinic.test/my or http://clinic.test/my",
    ]);
  });

  it("shows no message before the day on which it leaves, and then with that day", async () => {
    await world.query("update message set due_at = '2027-01-13T09:00:00Z'");
    expect((await ask(world, null, "GET", "/api/demo/mailbox")).body.messages).toEqual([]);
    world.setNow(new Date("2027-01-13T09:00:00Z"));
    const { messages } = (await ask(world, null, "GET", "/api/demo/mailbox")).body;
    expect(messages.map(({ at }: { at: string }) => at)).toEqual(["2027-01-13T09:00:00.000Z"]);
  });
});
