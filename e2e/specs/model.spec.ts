import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openWindow, signIn } from "../pages/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("the collagen-response model", () => {
  it("compares two schedules, says in words that they can't be told apart, and keeps the question in the address", async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await signIn(window, "practitioner@alder.example");
    await window.go("/model/what-if?b=6-28-0-180&day=250");
    await page.getByRole("heading", { name: /^On day 25\d: can't be told apart$/ }).waitFor();
    const sessions = page
      .getByRole("group", { name: "Schedule A" })
      .getByRole("textbox", { name: "Sessions", exact: true });
    await sessions.fill("5");
    await page.waitForURL(/a=5-28-0-180/);
    await page.getByText("Sessions on days 0, 28, 56, 84, 112", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "Age in years" }).fill("17");
    await page.getByText(/^From 18 years: every measurement/).waitFor();
    expect(page.url()).not.toContain("age=17");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL((url) => !url.search.includes("a=5"));
    await page.reload();
    await page.getByText("Sessions on days 0, 28, 56, 84, 112, 140", { exact: true }).waitFor();
    await expectAccessible(window, "what if");
    await expectNoSidewaysScroll(window, "what if");
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("saves a drawing that carries its label, its version and the whole hash", async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await signIn(window, "practitioner@alder.example");
    await window.go("/model/what-if");
    const text = await saved(page, "Save drawing (SVG)");
    expect(text).toContain("population, not a prognosis");
    expect(text).toMatch(/fibril-collagen \d+\.\d+\.\d+, ensemble/);
    expect(text.replace(/<[^>]*>/g, "")).toMatch(/[0-9a-f]{64}/);
    const picture = await saved(page, "Save picture (PNG)");
    expect(picture.slice(1, 4)).toBe("PNG");
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("shows its failures to anybody, signed in or not, on a telephone too", async () => {
    const window = await openWindow(browser, "phone");
    const { page } = window;
    await window.go("/model/card");
    await page.getByRole("heading", { level: 1, name: "The collagen-response model" }).waitFor();
    for (const failure of [/^V4\. /, /^V6\. /, /^V8\. /]) {
      await page.getByRole("heading", { level: 3, name: failure }).waitFor();
    }
    await page.getByText("Not reviewed by a clinician").waitFor();
    expect(await saved(page, "Save the model (SBML)")).toContain("sbml/level3/version2");
    await expectAccessible(window, "model card");
    await expectNoSidewaysScroll(window, "model card");
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).first().click(),
  ]);
  return readFile(await download.path(), "latin1");
}
