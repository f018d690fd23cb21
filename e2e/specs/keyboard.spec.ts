import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDueCheckIn } from "../commands/due-check-in.ts";
import { expectAccessible, openBrowser, openWindow, signIn } from "../pages/browser.ts";
import { enterByLink } from "../pages/patient.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("without a mouse", () => {
  it("the front desk finds a patient with “/” and books a consultation", async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await signIn(window, "front-desk@alder.example");
    await page.getByRole("heading", { level: 1, name: "Calendar" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("Okafor");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Okafor, Ama" }).waitFor();
    await tabTo(page, "Okafor, Ama");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ama Okafor" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.getByRole("button", { name: "Book a consultation" }).waitFor();
    await tabTo(page, "Book a consultation");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("searchbox").waitFor();
    await tabTo(page, "Patient");
    await page.keyboard.type("Okafor");
    await page.getByRole("button", { name: /^Ama Okafor/ }).waitFor();
    await tabTo(page, /^Ama Okafor/);
    await page.keyboard.press("Enter");
    const times = page.getByRole("list", { name: "Free times" });
    await times.waitFor();
    await tabTo(page, /^[A-Z][a-z]{2} \d.*, \d\d:\d\d/);
    await page.keyboard.press("Enter");
    await page.getByText(/^Ama Okafor is booked: /).waitFor();
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("the front desk finds who calls by the end of a number, with the next visit beside the name", async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await signIn(window, "front-desk@alder.example");
    await page.getByRole("heading", { level: 1, name: "Calendar" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("900100");
    const found = page.getByRole("option", { name: /^Okafor, Ama/ });
    await found.waitFor();
    expect(await found.textContent()).toMatch(/\d{2}:\d{2}, (session \d|consultation), (Alder Lane|Quayside)/);
    await expectAccessible(window, "the search box with a patient found");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ama Okafor" }).waitFor();
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("a patient answers a check-in (found, and its link sent, through the API)", async () => {
    const window = await openWindow(browser, "phone");
    const { page } = window;
    const staff = await openWindow(browser);
    await signIn(staff, "practitioner@alder.example");
    const due = await findDueCheckIn(staff);
    await signIn(staff, "front-desk@alder.example");
    await staff.ask("POST", `/api/patients/${due.patientId}/portal-links`, { guardianId: null });
    await enterByLink(window, due.email);
    await page.getByRole("link", { name: "Start the check-in" }).waitFor();
    await tabTo(page, "Start the check-in");
    await page.keyboard.press("Enter");
    const send = page.getByRole("button", { name: "Send my answers" });
    const none = page.getByRole("button", { name: "None of these" });
    await none.waitFor();
    while (!(await send.isVisible())) {
      const part = (await page.getByText(/^Part \d of \d$/).textContent()) ?? "";
      await tabTo(page, "None of these");
      await page.keyboard.press("Enter");
      await page.getByText(part, { exact: true }).waitFor({ state: "detached" });
    }
    await tabTo(page, "None of these");
    await page.keyboard.press("Enter");
    await tabTo(page, "Send my answers");
    await page.keyboard.press("Enter");
    await page.getByText("Your answers are with the clinic").waitFor();
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});

/** Presses Tab until the keyboard stands on what bears this name, as a person without a mouse would. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null;
      return (focused?.getAttribute("aria-label") ?? label ?? focused?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? here === name : name.test(here)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${name}`);
}
