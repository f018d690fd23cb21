import { addDays } from "@fibril/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoToday } from "../commands/demo-clock.ts";
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openWindow, signIn } from "../pages/browser.ts";
import { registerPatient, sendPortalLink } from "../pages/front-desk.ts";
import { enterByLink } from "../pages/patient.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Hers alone: a demo patient may have a visit from another journey. */
const wren = {
  givenName: "Wren",
  familyName: "Castellane",
  birthDate: "1991-03-14",
  email: "wren.castellane@patients.example",
};

describe("a place offered from the waitlist", () => {
  it("is taken by the patient on their own first page, which says that it is theirs", async () => {
    const [desk, phone] = [await openWindow(browser), await openWindow(browser, "small")];
    await signIn(desk, "front-desk@alder.example");
    const patientId = await registerPatient(desk, wren);
    await sendPortalLink(desk, patientId, wren);
    await enterByLink(phone, wren.email);
    const today = await demoToday(desk);
    const { sites } = await desk.ask<{ sites: { id: string }[] }>("GET", "/api/set-up");
    await desk.ask("POST", "/api/waitlist", {
      patientId,
      kind: "consultation",
      courseId: null,
      ordinal: null,
      siteId: sites[0]?.id,
      from: addDays(today, 2),
      to: addDays(today, 30),
      weekdays: ["mon", "tue", "wed", "thu", "fri"],
      fromTime: "09:00",
      toTime: "18:00",
      practitionerId: null,
    });
    await desk.go("/waitlist");
    // A time that falls free meanwhile is offered without anybody's click.
    const offerNow = desk.page.getByRole("button", { name: "Offer now" });
    await offerNow.or(desk.page.getByRole("button", { name: "They say yes" })).waitFor();
    if (await offerNow.isVisible()) await offerNow.click();
    const offers = () => phone.ask<{ offers: unknown[] }>("GET", "/api/my/waitlist-offers");
    await expect.poll(async () => (await offers()).offers.length).toBe(1);
    await phone.go("/my");
    await phone.page.getByRole("heading", { name: "A time has come free" }).waitFor();
    await expectAccessible(phone, "an offer");
    await phone.page.getByRole("button", { name: "Take this time" }).click();
    await phone.page.getByText("You took this time.").waitFor();
    await expectAccessible(phone, "an offer that was taken");
    await expectNoSidewaysScroll(phone, "an offer that was taken");
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });
});
