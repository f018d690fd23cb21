import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StartedDemo, startDemo } from "../commands/start-demo.ts";
import {
  expectAccessible,
  expectNoSidewaysScroll,
  missedByTouch,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../pages/browser.ts";

/** Who comes on the morning that the demo opens on; the clinic that others share may be weeks on. */
const stopping = "Uma Krishnan";
let browser: Browser;
let demo: StartedDemo;
let tablet: Window;

beforeAll(async () => {
  [browser, demo] = await Promise.all([openBrowser(), startDemo()]);
  tablet = await openWindow(browser, "tablet", demo.url, { hasTouch: true, colorScheme: "dark" });
  await signIn(tablet, "practitioner@alder.example");
});
afterAll(async () => {
  await browser.close();
  await demo.end();
});

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
    expect(await missedByTouch(tablet)).toEqual([]);
  });

  it("offers no session with somebody who is not here; who was marked as here by mistake is taken back", async () => {
    expect(await offered("Victor Osei").textContent()).toBe("Mark as arrived");
    await offered("Victor Osei").tap();
    await own().getByRole("button", { name: "Start the session: Victor Osei" }).waitFor();
    expect(await missedByTouch(tablet)).toEqual([]);
    await tablet.page.getByRole("alert").getByRole("button", { name: "Undo" }).tap();
    await own().getByRole("button", { name: "Mark as arrived: Victor Osei" }).waitFor();
    expect(tablet.faults).toEqual([]);
  });
});

const step = (title: string) => tablet.page.getByRole("region", { name: title, exact: true });
const choose = (title: string, question: string, answer: string) =>
  step(title).getByRole("group", { name: question }).getByRole("button", { name: answer, exact: true }).tap();

describe("a session that the patient wishes to stop, by touch", () => {
  it("begins when the patient is here", async () => {
    await tablet.go("/today");
    await tablet.page.getByRole("button", { name: `Mark as arrived: ${stopping}` }).tap();
    await tablet.page.getByRole("button", { name: `Start the session: ${stopping}` }).tap();
    const question = tablet.page.getByRole("dialog");
    await question.getByRole("button", { name: "No", exact: true }).tap();
    await question.getByRole("button", { name: "Start the record" }).tap();
    await tablet.page.waitForURL(/\/sessions\//);
    await step("Preparation").waitFor();
    expect(await missedByTouch(tablet)).toEqual([]);
  });

  it("says at once that the network is gone, and sends what was typed when it is back", async () => {
    const state = tablet.page.getByRole("region", { name: "Before signing" }).getByRole("status");
    await tablet.context.setOffline(true);
    await step("End").getByLabel("Note").fill("Would rather not go on today.");
    await state.getByText("No connection. Kept on this device, and sent as soon as there is one.").waitFor();
    await tablet.context.setOffline(false);
    await state.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await tablet.page.reload();
    expect(await step("End").getByLabel("Note").inputValue()).toBe("Would rather not go on today.");
    tablet.faults.length = 0;
  });

  it("keeps what two people wrote at once, and asks them only of what both changed", async () => {
    const other = await openWindow(browser, "tablet", demo.url, { hasTouch: true });
    await signIn(other, "practitioner-2@alder.example");
    await other.go(new URL(tablet.page.url()).pathname);
    const noteOf = ({ page }: Window) => page.getByRole("region", { name: "End", exact: true }).getByLabel("Note");
    const saved = ({ page }: Window) =>
      page
        .getByRole("region", { name: "Before signing" })
        .getByText(/^Saved \d\d:\d\d$/)
        .waitFor();
    await noteOf(other).waitFor();
    await choose("End", "Pain", "2");
    await saved(tablet);
    await noteOf(other).fill("Blood pressure 110/70.");
    await other.page.getByText("Somebody else saved other parts of this record meanwhile.").waitFor();
    await saved(other);
    await noteOf(tablet).fill("Drank water, walked out well.");
    const question = tablet.page.getByRole("dialog", { name: "Somebody saved this record meanwhile" });
    await question.getByRole("row", { name: /^Note/ }).waitFor();
    expect(await question.getByRole("row").count()).toBe(2);
    await expectAccessible(tablet, "two versions of one record");
    await question.getByRole("button", { name: "Keep mine" }).tap();
    await saved(tablet);
    await tablet.page.reload();
    expect(await noteOf(tablet).inputValue()).toBe("Drank water, walked out well.");
    const pain = step("End").getByRole("group", { name: "Pain" }).getByRole("button", { name: "2", exact: true });
    expect(await pain.getAttribute("aria-pressed")).toBe("true");
    await other.context.close();
  });

  it("is signed without a zone or a cartridge, and shows from its top who signed it", async () => {
    await choose("Numbing cream", "Was numbing cream used?", "No");
    await choose("End", "Pain", "0");
    await choose("End", "Was the session stopped early?", "Their wish");
    await tablet.page.getByRole("button", { name: "Sign the session" }).tap();
    const consequence = tablet.page.getByRole("dialog");
    await consequence.getByText("no zone was treated, so that no care plan and no check-ins start").waitFor();
    await consequence.getByRole("button", { name: "Sign the session" }).tap();
    const signed = tablet.page.getByText(/^Signed by Dr Priya Nair/);
    await signed.waitFor();
    await tablet.page.waitForFunction(() => window.scrollY === 0);
    await expectAccessible(tablet, "a session that was stopped");
  });

  it("is told by its shape on the timeline, not by its colour alone", async () => {
    await tablet.page.getByRole("link", { name: "Open the patient’s page" }).tap();
    const mark = tablet.page.locator(".fb-timeline .fb-mark-session").first();
    await mark.waitFor();
    await tablet.page.getByText("1 of 4 sessions done, 1 of them stopped early").waitFor();
    expect(await mark.getAttribute("aria-label")).toContain("Session 1, stopped early");
    expect(await mark.locator("circle").count()).toBe(0);
    expect(tablet.faults).toEqual([]);
  });
});
