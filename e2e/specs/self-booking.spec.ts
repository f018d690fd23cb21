import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openWindow, type Window } from "../pages/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Mailbox {
  readonly messages: readonly { readonly to: string; readonly text: string }[];
}

async function lastMessageTo(window: Window, address: string): Promise<string> {
  const { messages } = await window.ask<Mailbox>("GET", "/api/demo/mailbox");
  return messages.find(({ to }) => to === address)?.text ?? "";
}

async function look(window: Window, where: string) {
  await expectAccessible(window, where);
  await expectNoSidewaysScroll(window, where);
}

describe("somebody new, on a small telephone", () => {
  it("books a consultation in six screens without an account, and finds the place kept from screen three on", async () => {
    const window = await openWindow(browser, "small");
    const { page } = window;
    const email = "new.visitor@home.example";
    await window.go("/book");
    await page.getByRole("button", { name: "See free times" }).waitFor();
    await look(window, "about");
    await page.getByRole("button", { name: "See free times" }).click();
    await page.getByRole("heading", { name: "Next free days" }).waitFor();
    await look(window, "time");
    await page
      .getByRole("button", { name: /^\d\d:\d\d/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Who is coming?" }).waitFor();
    await page.getByRole("timer", { name: "kept for you" }).waitFor();
    await look(window, "who");
    await page.getByLabel("First name").fill("Rowan");
    await page.getByLabel("Last name").fill("Newcomer");
    await page.getByLabel("Day").fill("27");
    await page.getByLabel("Month").fill("3");
    await page.getByLabel("Year").fill("1990");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await look(window, "contact");
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByRole("heading", { level: 1, name: "Type the code" }).waitFor();
    await look(window, "code");
    const code = /\d{6}/.exec(await lastMessageTo(window, email))?.[0] ?? "";
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await page.getByRole("button", { name: "Book this time" }).click();
    await page.getByRole("heading", { level: 1, name: "Your consultation is booked" }).waitFor();
    await page.getByRole("link", { name: "Add to my calendar" }).waitFor();
    await look(window, "booked");
    expect(await lastMessageTo(window, email)).toContain("Please answer some questions before you come");
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("by telephone alone, is told of no pages that they don't have", async () => {
    const window = await openWindow(browser, "small");
    const { page } = window;
    await window.go("/book");
    await page.getByRole("button", { name: "See free times" }).click();
    await page
      .getByRole("button", { name: /^\d\d:\d\d/ })
      .last()
      .click();
    await page.getByLabel("First name").fill("Tess");
    await page.getByLabel("Last name").fill("Telephone");
    await page.getByLabel("Day").fill("4");
    await page.getByLabel("Month").fill("5");
    await page.getByLabel("Year").fill("1988");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("radio", { name: "to my telephone" }).check();
    await page.getByRole("textbox").fill("07700 900456");
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByRole("heading", { level: 1, name: "Type the code" }).waitFor();
    const code = /\d{6}/.exec(await lastMessageTo(window, "07700 900456"))?.[0] ?? "";
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await page.getByRole("button", { name: "Book this time" }).click();
    await page.getByText(/^If you can’t come, tell us at least \d+ hours before/).waitFor();
    expect(await page.getByText("On your own pages").count()).toBe(0);
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});
