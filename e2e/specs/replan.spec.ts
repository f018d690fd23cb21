import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../pages/browser.ts";

let browser: Browser;
let desk: Window;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openWindow(browser);
});
afterAll(() => browser.close());

interface Causes {
  readonly causes: readonly { readonly name: string; readonly visits: number }[];
}

describe("a practitioner who is ill", () => {
  it("is planned again at the desk: previewed, accepted, and nobody is left over in silence", async () => {
    const { page } = desk;
    await signIn(desk, "front-desk@alder.example");
    const { causes } = await desk.ask<Causes>("GET", "/api/replan-causes");
    const visits = causes.find(({ name }) => name === "Tom Ellery, RN")?.visits ?? 0;
    expect(visits).toBeGreaterThan(0);
    await desk.go("/calendar");
    await page.getByRole("link", { name: "Plan again" }).click();
    await page.getByRole("button", { name: /^Find new places: Tom Ellery/ }).click();
    await page.getByRole("button", { name: "Find new places" }).click();
    await page.getByRole("table", { name: /Proposed/ }).waitFor();
    await page.getByText(/plan that the|No better plan|first answer/).waitFor();
    await expectAccessible(desk, "the board");
    const proposed = await page
      .getByRole("table", { name: /Proposed/ })
      .getByRole("checkbox")
      .count();
    const left = await page.getByText("Call the patient", { exact: true }).count();
    const stepAside = await page.getByText("steps aside for another").count();
    expect(proposed - stepAside + left).toBe(visits);
    await page.getByRole("button", { name: /^Move (all|this)/ }).click();
    await page.getByRole("table", { name: /^Moved/ }).waitFor();
    await expectAccessible(desk, "the board when visits are moved");
    const after = await desk.ask<Causes>("GET", "/api/replan-causes");
    expect(after.causes.find(({ name }) => name === "Tom Ellery, RN")?.visits).toBe(left);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(desk, "the board at 390");
    expect(desk.faults).toEqual([]);
  });
});
