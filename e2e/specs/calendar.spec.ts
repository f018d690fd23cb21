import { addDays } from "@fibril/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  readonly ordinal: number | null;
  readonly day: string;
  readonly start: string;
  readonly practitionerId: string;
}

interface Day {
  readonly visits: Visit[];
  readonly away: { readonly resourceId: string }[];
}

/** The fortnight's visits that can stand where they are: nobody's practitioner is away. */
async function visitsAhead(): Promise<readonly Visit[]> {
  const from = addDays(await demoToday(desk), 1);
  const { sites } = await desk.ask<{ sites: { id: string }[] }>("GET", "/api/set-up");
  const path = `/api/calendar?siteId=${sites[0]?.id}&from=${from}&days=14`;
  const { days } = await desk.ask<{ days: Day[] }>("GET", path);
  return days.flatMap(({ visits, away }) =>
    visits.filter(({ practitionerId }) => !away.some(({ resourceId }) => resourceId === practitionerId)),
  );
}

describe("a session moved by keyboard alone", () => {
  it("is picked up, put down elsewhere, previewed, confirmed, and taken back whole", async () => {
    const { page } = desk;
    await signIn(desk, "front-desk@alder.example");
    const visits = await visitsAhead();
    const session = visits.find(
      ({ kind, state, ordinal }) => kind === "session" && state === "booked" && ordinal !== 1,
    );
    if (!session) throw new Error("no later session in the fortnight");
    const standing = async () => {
      const found = (await visitsAhead()).find(({ id }) => id === session.id);
      return { day: found?.day, start: found?.start };
    };
    await desk.go(`/calendar?day=${session.day}`);
    await page.locator(`[data-movable-visit="${session.id}"]`).focus();
    await page.keyboard.press("Space");
    await page.getByText(/May be from/).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
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
