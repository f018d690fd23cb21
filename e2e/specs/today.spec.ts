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
let tablet: Window;

beforeAll(async () => {
  browser = await openBrowser();
  tablet = await openWindow(browser, "tablet", undefined, { hasTouch: true, colorScheme: "dark" });
  await signIn(tablet, "practitioner@alder.example");
});
afterAll(() => browser.close());

const own = () => tablet.page.getByRole("list", { name: "Your patients" });
const others = () => tablet.page.getByRole("list", { name: "Patients of other practitioners" });

/** What the large button of somebody in the list says; the clinic's own words. */
const offered = (name: string) => own().getByRole("button", { name: new RegExp(`: ${name}$`) });

describe("the day of a practitioner, by touch", () => {
  it("shows their own patients, and folds those of others away", async () => {
    await tablet.go("/today");
    await own().waitFor();
    const rows = await own().getByRole("listitem").allTextContents();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.includes("Dr Priya Nair"))).toEqual([]);
    expect(await others().isVisible()).toBe(false);
    await tablet.page.getByText(/^With other practitioners: \d+/).tap();
    expect((await others().textContent()) ?? "").not.toContain("Dr Priya Nair");
    await expectAccessible(tablet, "the day of a practitioner");
    await expectNoSidewaysScroll(tablet, "the day of a practitioner");
  });

  it("offers no session with somebody who is not here; who was marked as here by mistake is taken back", async () => {
    expect(await offered("Victor Osei").textContent()).toBe("Mark as arrived");
    await offered("Victor Osei").tap();
    await own().getByRole("button", { name: "Start the session: Victor Osei" }).waitFor();
    await tablet.page.getByRole("alert").getByRole("button", { name: "Undo" }).tap();
    await own().getByRole("button", { name: "Mark as arrived: Victor Osei" }).waitFor();
    expect(tablet.faults).toEqual([]);
  });
});
