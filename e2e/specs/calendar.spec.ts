import { addDays } from "@fibril/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { demoToday } from "../commands/demo-clock.ts";
import { expectAccessible, openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";

let browser: Browser;
let desk: Window;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openWindow(browser);
});
afterAll(() => browser.close());

interface Visit {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly day: string;
  readonly start: string;
  readonly practitionerId: string;
}

interface Day {
  readonly visits: Visit[];
  readonly away: { readonly resourceId: string }[];
}

interface LegalStarts {
  readonly days: readonly { readonly runs: readonly Run[] }[];
}

interface Run {
  readonly practitioner: string;
  readonly from: string;
  readonly to: string;
}

/** Six weeks of visits that can stand where they are: nobody's practitioner is away. */
async function visitsAhead(): Promise<readonly Visit[]> {
  const tomorrow = addDays(await demoToday(desk), 1);
  const { sites } = await desk.ask<{ sites: { id: string }[] }>("GET", "/api/set-up");
  const fortnights = [0, 14, 28].map((later) => {
    const path = `/api/calendar?siteId=${sites[0]?.id}&from=${addDays(tomorrow, later)}&days=14`;
    return desk.ask<{ days: Day[] }>("GET", path);
  });
  const days = (await Promise.all(fortnights)).flatMap((fortnight) => fortnight.days);
  return days.flatMap(({ visits, away }) =>
    visits.filter(({ practitionerId }) => !away.some(({ resourceId }) => resourceId === practitionerId)),
  );
}

/** A session whose practitioner may also have it at another time of its day, and the key that goes there. */
async function firstMovable(): Promise<Visit & { readonly key: "Home" | "End" }> {
  for (const visit of await visitsAhead()) {
    if (visit.kind !== "session" || visit.state !== "booked") continue;
    const path = `/api/visits/${visit.id}/legal-starts?from=${visit.day}&days=1`;
    const { days } = await desk.ask<LegalStarts>("GET", path);
    const runs = days.flatMap((day) => day.runs).filter((run) => run.practitioner === visit.practitionerId);
    if (runs.some(({ to }) => to > visit.start)) return { ...visit, key: "End" };
    if (runs.some(({ from }) => from < visit.start)) return { ...visit, key: "Home" };
  }
  throw new Error("no session of the next six weeks can be at another time of its day");
}

describe("a session moved by keyboard alone", () => {
  it("is picked up, put down elsewhere, previewed, confirmed, and taken back whole", async () => {
    const { page } = desk;
    await signIn(desk, "front-desk@alder.example");
    const session = await firstMovable();
    const standing = async () => {
      const found = (await visitsAhead()).find(({ id }) => id === session.id);
      return { day: found?.day, start: found?.start };
    };
    await desk.go(`/calendar?day=${session.day}`);
    await page.locator(`[data-movable-visit="${session.id}"]`).focus();
    await page.keyboard.press("Space");
    await page.locator(".fb-in-hand").waitFor();
    await page.keyboard.press(session.key);
    await expectAccessible(desk, "the calendar with a session in hand");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Move \d session/ }).waitFor();
    await expectAccessible(desk, "the preview");
    await page.keyboard.press("Enter");
    await page.getByText(/(was|were) moved/).waitFor();
    expect(await standing()).not.toEqual({ day: session.day, start: session.start });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("It is back where it was.").waitFor();
    expect(await standing()).toEqual({ day: session.day, start: session.start });
    expect(desk.faults).toEqual([]);
  });
});

describe("a session taken by a finger", () => {
  it("stays under it while the limits appear, follows it, and is put down where it is let go", async () => {
    const tablet = await openWindow(browser, "tablet", inject("demoUrl"), { hasTouch: true });
    const { page } = tablet;
    await signIn(tablet, "front-desk@alder.example");
    await signIn(desk, "front-desk@alder.example");
    const session = await firstMovable();
    await tablet.go(`/calendar?day=${session.day}`);
    const block = page.locator(`[data-movable-visit="${session.id}"]`).first();
    await block.scrollIntoViewIfNeeded();
    const before = await block.boundingBox();
    if (!before) throw new Error("the session is not on screen");
    const finger = { x: before.x + before.width / 2, y: before.y + 10 };
    const devtools = await tablet.context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: (typeof finger)[]) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", [finger]);
    await page.locator(".fb-in-hand").waitFor();
    expect(await block.boundingBox()).toEqual(before);
    const said = page.locator(".fb-move-said");
    const first = await said.innerText();
    const down = session.key === "End" ? 1 : -1;
    for (let step = 1; step <= 12; step += 1)
      await touch("touchMove", [{ x: finger.x, y: finger.y + down * step * 8 }]);
    await expect.poll(() => said.innerText()).not.toBe(first);
    await expectAccessible(tablet, "the calendar under a finger");
    await touch("touchEnd", []);
    await page.getByRole("button", { name: /^Move \d session/ }).waitFor();
    await page.getByRole("button", { name: "Choose another time" }).click();
    await page.getByRole("button", { name: "Leave it where it is" }).click();
    await said.waitFor({ state: "detached" });
    expect(tablet.faults).toEqual([]);
  });
});
