import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, startEmpty } from "../commands/empty-installation.ts";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../pages/browser.ts";
import { registerPatient } from "../pages/front-desk.ts";

const email = "astrid@clinic.example";
const password = "willow-and-alder-27";
const patient = { givenName: "Runa", familyName: "Dahl", birthDate: "1990-04-02", email: "runa@patient.example" };

let installation: Installation;
let browser: Browser;
let owner: Window;

beforeAll(async () => {
  installation = await startEmpty();
  browser = await openBrowser();
  owner = await openWindow(browser, "desk", installation.url);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await installation?.end();
});

/** The list on the owner's first page, with how many of the eight steps are done. */
async function firstSteps(done: number) {
  await owner.go("/overview");
  const list = owner.page.getByRole("region", { name: "Before your first patient" });
  await list.getByText(`${done} of 8 are done`, { exact: false }).waitFor();
  return list;
}

describe("a small clinic, from an empty folder to its first consultation, by its owner alone", () => {
  it("the owner makes the clinic and is told what is still missing", async () => {
    const { page } = owner;
    await page.goto(installation.firstOwnerUrl);
    await page.getByLabel("Name of the clinic").fill("Willow");
    await page.getByLabel("Your name").fill("Astrid Vik");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Start the clinic" }).click();
    await page.getByText("Your clinic is ready").waitFor();
    await signIn(owner, email, password);
    await firstSteps(2);
    await expectAccessible(owner, "the overview of a clinic that begins");
    await expectNoSidewaysScroll(owner, "the overview of a clinic that begins");
  });

  it("a calendar without anybody says what is missing and leads there", async () => {
    const { page } = owner;
    await owner.go("/calendar");
    await page.getByText("Nobody can be booked here yet").waitFor();
    await page.getByRole("link", { name: "Set it up under Resources" }).click();
    await page.getByText("Nobody who treats works here yet").waitFor();
    await expectAccessible(owner, "resources without anybody");
  });

  it("enters the clinic's telephone", async () => {
    const { page } = owner;
    await (await firstSteps(2)).getByRole("link", { name: "Enter the telephone" }).click();
    const clinic = page.getByRole("region", { name: "The clinic" });
    await clinic.getByLabel("Name of the clinic").fill("Willow Skin Clinic");
    await clinic.getByLabel("Telephone").fill("020 7946 0123");
    await clinic.getByRole("button", { name: "Save the clinic" }).click();
    await page.getByText("Saved.").waitFor();
    await expectAccessible(owner, "the settings of a clinic that begins");
  });

  it("takes a practitioner's place beside the owner's, with a roster and both qualifications", async () => {
    const { page } = owner;
    await (await firstSteps(3)).getByRole("button", { name: "I treat patients myself" }).click();
    await page.getByText("You have a practitioner's place now", { exact: false }).waitFor();
    await (await firstSteps(4)).getByRole("link", { name: "Make somebody bookable" }).click();
    await page.getByRole("button", { name: "Make Astrid Vik bookable" }).click();
    await page.getByRole("button", { name: "Change qualifications of Astrid Vik" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("article", { name: "Astrid Vik" }).getByText("Needling of the face").waitFor();
    await page.getByRole("button", { name: "Change weekly roster of Astrid Vik" }).click();
    await dialog.getByRole("button", { name: "Same as the opening hours of Willow" }).click();
    await expectAccessible(owner, "a roster taken from the opening hours");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("adds a device", async () => {
    const { page } = owner;
    await (await firstSteps(5)).getByRole("link", { name: "Add a device" }).click();
    await page.getByText("No device yet").waitFor();
    await page.getByRole("button", { name: "Add a device" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Pen 1");
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("article", { name: "Pen 1" }).waitFor();
  });

  it("registers the first patient and books the first consultation", async () => {
    const { page } = owner;
    await (await firstSteps(6)).getByRole("link", { name: "Register a patient" }).click();
    await page.getByText("No patient yet").waitFor();
    await registerPatient(owner, patient);
    await (await firstSteps(7)).getByRole("link", { name: "Book a consultation" }).click();
    await page.getByRole("button", { name: "Book a consultation" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox", { name: "Patient" }).fill("dah");
    await dialog.getByRole("button", { name: /Dahl/ }).click();
    await dialog.getByRole("list", { name: "Free times" }).getByRole("button").first().click();
    await page.getByText(/Runa Dahl is booked: /).waitFor();
  });

  it("the list is gone once everything is there", async () => {
    await owner.go("/overview");
    await owner.page
      .getByRole("heading", { name: "Rates" })
      .or(owner.page.locator(".fb-share-cards"))
      .first()
      .waitFor();
    expect(await owner.page.getByRole("region", { name: "Before your first patient" }).count()).toBe(0);
  });

  it("reads what another time zone would do, and puts the clinic's right", async () => {
    const { page } = owner;
    await owner.go("/settings");
    const zone = page.getByRole("region", { name: "Time zone" });
    await zone.getByText(/^Now: Europe\/London, where it is /).waitFor();
    await zone.getByLabel("The right time zone").fill("Europe/Lundon");
    await zone.getByRole("button", { name: "See what changes" }).click();
    await zone.getByText(/"Europe\/Lundon" is no time zone/).waitFor();
    await zone.getByLabel("The right time zone").fill("Europe/Athens");
    await page.getByRole("option", { name: "Europe/Athens" }).click();
    await zone.getByRole("button", { name: "See what changes" }).click();
    const dialog = page.getByRole("dialog", { name: "Change the time zone to Europe/Athens?" });
    await dialog.getByText("Future visits stay at their wall-clock time (1)", { exact: false }).waitFor();
    await dialog.getByText("One patient is written to", { exact: false }).waitFor();
    await expectAccessible(owner, "what another time zone would do");
    await dialog.getByRole("button", { name: "Change the time zone" }).click();
    await page.getByText("The clinic's time zone is Europe/Athens now.").waitFor();
    await zone.getByText(/^Now: Europe\/Athens, where it is /).waitFor();
    await expectNoSidewaysScroll(owner, "the settings with their time zone");
  });

  it("invites somebody, sends it again after reading that the earlier link ends, and withdraws it", async () => {
    const { page } = owner;
    await owner.go("/staff");
    await page.getByRole("button", { name: "Invite a colleague" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Cato Lund");
    await dialog.getByLabel("E-mail").fill("cato@clinic.example");
    await dialog.getByRole("button", { name: "Send the invitation" }).click();
    const first = await dialog.getByLabel("Link to join").inputValue();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Invitations that nobody has taken yet" }).waitFor();
    await expectAccessible(owner, "the staff with an open invitation");
    await page.getByRole("button", { name: "Send the invitation of Cato Lund again" }).click();
    await dialog.getByText(/^A new link is made for cato@clinic.example\. .* stops working at once\.$/).waitFor();
    await expectAccessible(owner, "asked whether an invitation goes out again");
    await dialog.getByRole("button", { name: "Send again" }).click();
    const link = await dialog.getByLabel("Link to join").inputValue();
    expect(link).not.toBe(first);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Withdraw the invitation of Cato Lund" }).click();
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("The invitation of cato@clinic.example is withdrawn.").waitFor();
    const invited = await openWindow(browser, "phone", installation.url);
    await invited.page.goto(link);
    await invited.page.getByLabel("Your name").fill("Cato Lund");
    await invited.page.getByLabel("New password").fill("harbour-lights-09");
    await invited.page.getByRole("button", { name: /Join/ }).click();
    await invited.page.getByText("The clinic withdrew this invitation", { exact: false }).waitFor();
    await invited.context.close();
  });

  it("changes the own password and stays signed in here", async () => {
    const { page } = owner;
    await owner.go("/account");
    await page.getByText("(this one)").waitFor();
    await expectAccessible(owner, "the own account");
    await page.getByLabel("The password you have now").fill(password);
    await page.getByLabel("The new password").fill("alder-and-willow-28");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("Your password is changed", { exact: false }).waitFor();
  });

  it("goes on as a practitioner to treat", async () => {
    const { page } = owner;
    await page.getByRole("button", { name: "Account of Astrid Vik" }).click();
    await page.getByRole("button", { name: "Practitioner, Willow Skin Clinic" }).click();
    await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    await expectAccessible(owner, "the day of an owner who treats");
  });

  it("no page had a fault on the way", () => {
    expect(owner.faults).toEqual([]);
  });
});
