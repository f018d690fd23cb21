import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StartedDemo, startDemo } from "../commands/start-demo.ts";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../pages/browser.ts";

let browser: Browser;
let demo: StartedDemo;
let phone: Window;

/** In a demo of its own: in the one that others share, the desk may have booked her a consultation already. */
beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), startDemo()]);
  phone = await openWindow(browser, "small", demo.url, { hasTouch: true });
  await signIn(phone, "ama.okafor@patients.example");
});
afterAll(async () => {
  await browser.close();
  await demo.end();
});

const time = (nth: number) => phone.page.getByRole("button", { name: /^\d\d:\d\d$/ }).nth(nth);
const booked = async () =>
  (await phone.ask<{ visit: { day: string; start: string } | null }>("GET", "/api/my/consultation")).visit;

describe("a patient's own consultation, on a small telephone", () => {
  it("is not booked by a slip of the finger: the time is said back first", async () => {
    await phone.go("/my/consultation");
    await phone.page.getByRole("button", { name: "Later days" }).tap();
    await time(0).tap();
    const question = phone.page.getByRole("dialog", { name: "Book this time?" });
    await question.getByText("You can move or cancel it yourself until 24 hours before.").waitFor();
    await expectAccessible(phone, "the question before a consultation is booked");
    await expectNoSidewaysScroll(phone, "the question before a consultation is booked");
    await question.getByRole("button", { name: "Choose another time" }).tap();
    expect(await booked()).toBeNull();
    await time(0).tap();
    await question.getByRole("button", { name: "Book it" }).tap();
    await phone.page.getByRole("status").getByText("Your consultation is booked").waitFor();
    expect(await booked()).not.toBeNull();
  });

  it("is moved with both times in sight, and cancelled", async () => {
    const before = await booked();
    await phone.page.getByRole("button", { name: "Move it" }).tap();
    await phone.page.getByRole("button", { name: "Later days" }).tap();
    await time(1).tap();
    const question = phone.page.getByRole("dialog", { name: "Move your consultation?" });
    await question.getByText(new RegExp(`^Instead of .*${before?.start}`)).waitFor();
    await question.getByRole("button", { name: "Move it" }).tap();
    await phone.page.getByRole("status").getByText("Your consultation is moved").waitFor();
    expect(await booked()).not.toEqual(before);
    await phone.page.getByRole("button", { name: "Cancel it" }).tap();
    await phone.page
      .getByRole("dialog", { name: "Cancel your consultation?" })
      .getByRole("button", { name: "Cancel it" })
      .tap();
    await phone.page.getByRole("status").getByText("Your consultation is cancelled").waitFor();
    expect(await booked()).toBeNull();
    expect(phone.faults).toEqual([]);
  });
});
