import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword, expectAccessible, openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";

interface Mailbox {
  readonly messages: readonly { readonly to: string; readonly text: string }[];
}

const email = "practitioner-4@alder.example";
let browser: Browser;
let owner: Window;
let sade: Window;

beforeAll(async () => {
  browser = await openBrowser();
  [owner, sade] = await Promise.all([openWindow(browser), openWindow(browser)]);
  await signIn(owner, "owner@alder.example");
});
afterAll(() => browser.close());

/** The way to the page of an invitation, from the mailbox of the demo. */
async function invitationFor(to: string): Promise<string> {
  for (;;) {
    const { messages } = await owner.ask<Mailbox>("GET", "/api/demo/mailbox");
    const path = messages.find((message) => message.to === to)?.text.match(/\/invitation#\S+/);
    if (path) return path[0];
    await owner.page.waitForTimeout(500);
  }
}

describe("somebody who works in two places", () => {
  it("is invited to the second and keeps their own password", async () => {
    await owner.ask("POST", "/api/staff/invitations", { name: "Sade Adeyemi, RN", email, role: "manager" });
    await sade.go(await invitationFor(email));
    await sade.page.getByLabel("Your name").fill("Sade Adeyemi, RN");
    await sade.page.getByLabel("New password").fill("another sentence of theirs");
    await sade.page.getByRole("button", { name: "Join" }).click();
    await sade.page.getByText(`You have joined. Sign in as ${email}.`).waitFor();
    await signIn(sade, email, demoPassword);
  });

  it("reads in the header which of them is open, before and after going to the other", async () => {
    const header = sade.page.getByRole("banner");
    await header.getByText("Practitioner, Alder Lane Clinic").waitFor();
    await sade.page.getByRole("button", { name: /^Account of/ }).click();
    await sade.page.getByRole("button", { name: "Manager, Alder Lane Clinic" }).click();
    await header.getByText("Manager, Alder Lane Clinic").waitFor();
    expect(new URL(sade.page.url()).pathname).toBe("/overview");
    expect(await header.getByRole("link", { name: "Model" }).count()).toBe(0);
    await header.getByRole("button", { name: "Clinic" }).click();
    await sade.page.getByRole("link", { name: "Settings" }).waitFor();
    await expectAccessible(sade, "the pages that are looked after now and then");
    await sade.page.keyboard.press("Escape");
  });

  it("is asked in words that can be read, by light and by dark, before a place is ended", async () => {
    await owner.go("/staff");
    await owner.page
      .getByRole("row", { name: /Sade Adeyemi, RN.*Manager/s })
      .getByRole("button")
      .click();
    await owner.page.getByRole("button", { name: "End their place" }).click();
    await owner.page.getByRole("heading", { name: /^End the place of/ }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await owner.page.emulateMedia({ colorScheme });
      await expectAccessible(owner, `ending a place, ${colorScheme}`);
    }
  });

  it("no page had a fault on the way", () => {
    expect([...owner.faults, ...sade.faults]).toEqual([]);
  });
});
