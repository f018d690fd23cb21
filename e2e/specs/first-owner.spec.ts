import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, startEmpty } from "../commands/empty-installation.ts";
import { expectAccessible, openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";

const password = "willow-and-alder-27";
const invited = { name: "Berit Solheim", email: "berit@clinic.example", password: "harbour-lights-09" };

let installation: Installation;
let browser: Browser;
let owner: Window;
let colleague: Window;

beforeAll(async () => {
  installation = await startEmpty();
  browser = await openBrowser();
  owner = await openWindow(browser, "desk", installation.url);
  colleague = await openWindow(browser, "tablet", installation.url);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await installation?.end();
});

describe("a clinic that begins, without a mail server", () => {
  it("says on the log-in page that there is no clinic yet", async () => {
    await owner.go("/sign-in");
    await owner.page.getByText("This installation has no clinic yet").waitFor();
    await expectAccessible(owner, "the log-in page of an empty installation");
  });

  it("is made by the link that the program printed, once", async () => {
    await owner.page.goto(installation.firstOwnerUrl);
    await owner.page.getByLabel("Name of the clinic").fill("Willow Skin Clinic");
    await owner.page.getByLabel("Your name").fill("Astrid Vik");
    await owner.page.getByLabel("E-mail").fill("astrid@clinic.example");
    await owner.page.getByLabel("New password").fill(password);
    await expectAccessible(owner, "the first owner's page");
    await owner.page.getByRole("button", { name: "Start the clinic" }).click();
    await owner.page.getByText("Your clinic is ready. Sign in as astrid@clinic.example.").waitFor();
    await colleague.page.goto(installation.firstOwnerUrl);
    await colleague.page.getByText("A clinic exists already").waitFor();
  });

  it("the owner invites a practitioner and is given the link to hand over", async () => {
    await signIn(owner, "astrid@clinic.example", password);
    await owner.go("/staff");
    await owner.page.getByRole("button", { name: "Invite a colleague" }).click();
    const dialog = owner.page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(invited.name);
    await dialog.getByLabel("E-mail").fill(invited.email);
    await dialog.getByRole("button", { name: "Send the invitation" }).click();
    await dialog.getByText("No mail server is set up", { exact: false }).waitFor();
    await expectAccessible(owner, "an invitation to hand over");
    const link = await dialog.getByLabel("Link to join").inputValue();
    await colleague.page.goto(link);
    await colleague.page.getByLabel("Your name").fill(invited.name);
    await colleague.page.getByLabel("New password").fill(invited.password);
    await colleague.page.getByRole("button", { name: /Join/ }).click();
    await signIn(colleague, invited.email, invited.password);
    await colleague.page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(new URL(colleague.page.url()).pathname).toBe("/today");
  });

  it("no page had a fault on the way", () => {
    expect([...owner.faults, ...colleague.faults]).toEqual([]);
  });
});
