import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, openBrowser, openWindow, signIn } from "../pages/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A session that was treated, found by somebody who treats. */
async function aSession(): Promise<string> {
  const treating = await openWindow(browser);
  await signIn(treating, "practitioner@alder.example");
  const { patients } = await treating.ask<{ patients: { id: string }[] }>("GET", "/api/patients?q=Okafor");
  const path = `/api/patients/${patients[0]?.id}/sessions`;
  const { sessions } = await treating.ask<{ sessions: { id: string }[] }>("GET", path);
  await treating.context.close();
  return sessions[0]?.id ?? "";
}

const treatmentOnly = "This page is for those who treat.";
const notForRole = "This is not for your role";

describe("a screen that is not for somebody's role", () => {
  it.each`
    role            | screen               | words
    ${"manager"}    | ${"/model/what-if"}  | ${treatmentOnly}
    ${"front-desk"} | ${"/model/what-if"}  | ${treatmentOnly}
    ${"front-desk"} | ${"/evidence"}       | ${notForRole}
    ${"front-desk"} | ${"/evidence/rules"} | ${notForRole}
    ${"manager"}    | ${"/sessions/"}      | ${notForRole}
    ${"front-desk"} | ${"/sessions/"}      | ${notForRole}
  `("tells the $role at $screen so in words, and offers no second try", async ({ role, screen, words }) => {
    const path = screen === "/sessions/" ? `/sessions/${await aSession()}` : screen;
    const window = await openWindow(browser);
    await signIn(window, `${role}@alder.example`);
    await window.go(path);
    await window.page.getByText(words, { exact: true }).first().waitFor();
    expect(await window.page.getByRole("button", { name: "Try again" }).count()).toBe(0);
    await expectAccessible(window, `${path} for ${role}`);
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});

describe("an address that leads nowhere", () => {
  it("offers a way to the first screen whose words can be read", async () => {
    const window = await openWindow(browser, "phone");
    await window.go("/nowhere");
    const way = window.page.getByRole("link", { name: "Go to the first screen" });
    await way.waitFor();
    const [words, ground] = await way.evaluate((link) => {
      const { color, backgroundColor } = getComputedStyle(link);
      return [color, backgroundColor];
    });
    expect(words).not.toBe(ground);
    await window.context.close();
  });
});
