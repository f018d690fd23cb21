import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openWindow, signIn, sizes } from "../pages/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const staffScreens = {
  "practitioner@alder.example": ["/today", "/patients", "/tasks", "/patients/OKAFOR", "/patients/OKAFOR/measurements"],
  "front-desk@alder.example": ["/calendar", "/patients"],
  "manager@alder.example": ["/overview"],
  "auditor@alder.example": ["/audit"],
  "owner@alder.example": ["/staff"],
} as const;

/** Opened less often, by those who may see them. */
const rarerScreens = {
  "practitioner@alder.example": [
    "/patients/OKAFOR/course",
    "/patients/OKAFOR/consultation",
    "/patients/OKAFOR/suitability",
    "/patients/OKAFOR/consent",
    "/account",
    "/evidence",
    "/evidence/rules",
    "/model/what-if",
    "/model/card",
  ],
  "front-desk@alder.example": ["/waitlist", "/calendar/replan"],
  "manager@alder.example": ["/resources", "/settings"],
  "owner@alder.example": ["/overview", "/settings", "/api-access"],
} as const;

describe("every screen", () => {
  it.each(Object.entries(staffScreens))(
    "of %s has nothing that axe objects to, at desk and tablet size",
    async (email, paths) => {
      for (const size of ["desk", "tablet", "phone"] as const) {
        const window = await openWindow(browser, size);
        await signIn(window, email);
        for (const path of paths) {
          const filled = path.includes("OKAFOR") ? path.replace("OKAFOR", await okafor(window)) : path;
          await window.go(filled);
          await window.page.getByRole("heading", { level: 1 }).first().waitFor();
          await window.page.waitForLoadState("networkidle");
          await expectAccessible(window, `${path} at ${sizes[size].width} px`);
          await expectNoSidewaysScroll(window, `${path} at ${sizes[size].width} px`);
        }
        expect(window.faults).toEqual([]);
        await window.context.close();
      }
    },
  );

  it.each(Object.entries(rarerScreens))(
    "that %s opens less often has nothing that axe objects to, on a telephone in the dark",
    async (email, paths) => {
      const window = await openWindow(browser, "phone", undefined, { colorScheme: "dark" });
      await signIn(window, email);
      for (const path of paths) {
        await window.go(path.includes("OKAFOR") ? path.replace("OKAFOR", await okafor(window)) : path);
        await window.page.getByRole("heading", { level: 1 }).first().waitFor();
        await window.page.waitForLoadState("networkidle");
        await expectAccessible(window, path);
        await expectNoSidewaysScroll(window, path);
      }
      await window.page.getByRole("button", { name: /^Account/ }).click();
      await expectAccessible(window, "the account menu");
      expect(window.faults).toEqual([]);
      await window.context.close();
    },
  );

  it("of a patient fits a telephone of 320 px and has nothing that axe objects to", async () => {
    const window = await openWindow(browser, "small");
    await signIn(window, "ama.okafor@patients.example");
    for (const path of ["/my", "/my/timeline", "/my/forms", "/my/care", "/my/record"]) {
      await window.go(path);
      await window.page.getByRole("heading", { level: 1 }).first().waitFor();
      await window.page.waitForLoadState("networkidle");
      await expectAccessible(window, path);
      await expectNoSidewaysScroll(window, path);
    }
    expect(window.faults).toEqual([]);
    await window.context.close();
  });

  it("before signing in, and the patients' reading, too", async () => {
    const window = await openWindow(browser, "phone");
    for (const path of ["/sign-in", "/learn/", "/learn/self-check/", "/mailbox"]) {
      await window.go(path);
      await window.page.waitForLoadState("networkidle");
      await expectAccessible(window, path);
      await expectNoSidewaysScroll(window, path);
    }
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});

async function okafor({ ask }: Awaited<ReturnType<typeof openWindow>>): Promise<string> {
  const { patients } = await ask<{ patients: { id: string }[] }>("GET", "/api/patients?q=Okafor");
  return patients[0]?.id ?? "";
}
