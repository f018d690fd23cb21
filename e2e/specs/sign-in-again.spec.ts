import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openWindow, type Window } from "../pages/browser.ts";

let browser: Browser;
let window: Window;

const patient = "ama.okafor@patients.example";
const manager = "manager@alder.example";

beforeAll(async () => {
  browser = await openBrowser();
  window = await openWindow(browser, "small");
});
afterAll(() => browser.close());

/** Of one person, the newest first. */
async function messagesTo(address: string): Promise<readonly string[]> {
  const { messages } = await window.ask<{ messages: { to: string; text: string }[] }>("GET", "/api/demo/mailbox");
  return messages.filter(({ to }) => to === address).map(({ text }) => text);
}
const codesTo = async (address: string) =>
  (await messagesTo(address)).flatMap((text) => /^Your code is (\d{6})/.exec(text)?.[1] ?? []);

describe("a patient whose code did not come", () => {
  it("sends for a new one where the code is typed, and reads that the one before no longer works", async () => {
    const { page } = window;
    await window.go("/sign-in");
    await page.getByRole("tab", { name: "Patient" }).click();
    await page.getByLabel("E-mail").fill(patient);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByText("A new code ends the one before.", { exact: false }).waitFor();
    await page.getByLabel("Six-digit code").fill("12");
    await page.getByRole("button", { name: "Send a new code" }).click();
    await page
      .getByText("a new code is on its way. It works for 10 minutes; the code before it no longer works", {
        exact: false,
      })
      .waitFor();
    expect(await page.getByLabel("Six-digit code").inputValue()).toBe("");
    await expectAccessible(window, "the code step, sent again");
    await expectNoSidewaysScroll(window, "the code step, sent again");
  });

  it("is refused the earlier code and enters with the later", async () => {
    const { page } = window;
    const [later = "", earlier = ""] = await codesTo(patient);
    await page.getByLabel("Six-digit code").fill(earlier);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("The code is not right, or its time is over.").waitFor();
    await page.getByLabel("Six-digit code").fill(later);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/my$/);
    await window.context.clearCookies();
  });
});

describe("somebody who forgot the password", () => {
  it("has the link sent again, and only the last one works", async () => {
    const { page } = window;
    await window.go("/sign-in");
    await page.getByRole("button", { name: "I forgot my password" }).click();
    await page.getByLabel("E-mail").fill(manager);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("A new link ends the one before.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Send it again" }).click();
    await page.getByText("The link before it no longer works.", { exact: false }).waitFor();
    await expectAccessible(window, "a forgotten password, sent again");
    await expectNoSidewaysScroll(window, "a forgotten password, sent again");
    const links = (await messagesTo(manager)).flatMap((text) => /\/new-password#\S+/.exec(text)?.[0] ?? []);
    expect(links).toHaveLength(2);
    await window.go(links[1] ?? "");
    await page.getByLabel("New password").fill("a harbour full of lights");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("This link was used or its time is over.").waitFor();
  });

  it("no page had a fault on the way", () => {
    expect(window.faults).toEqual([]);
  });
});
