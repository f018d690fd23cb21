import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Words of the drawing through which the line of today runs. */
const crossedWords = ({ page }: Window): Promise<string[]> =>
  page.evaluate(() => {
    const pieces = [...document.querySelectorAll(".fb-timeline-now")].map((piece) => piece.getBoundingClientRect());
    if (pieces.length === 0) throw new Error("there is no line of today");
    return [...document.querySelectorAll(".fb-timeline svg > g text:not(.fb-mark text)")].flatMap((words) => {
      const box = words.getBoundingClientRect();
      const isCrossed = pieces.some(
        ({ left, top, bottom }) => left > box.left && left < box.right && top < box.bottom && bottom > box.top,
      );
      return isCrossed ? [words.textContent ?? ""] : [];
    });
  });

describe("a patient's own timeline", () => {
  it.each(["small", "phone", "desk"] as const)("has no word that the line of today crosses, on %s", async (size) => {
    const window = await openWindow(browser, size);
    await signIn(window, "ama.okafor@patients.example");
    await window.go("/my/timeline");
    await window.page.getByText("Middle line and 5th to 95th percentile").waitFor();
    expect(await crossedWords(window)).toEqual([]);
    await expectAccessible(window, "a patient's own timeline");
    expect(window.faults).toEqual([]);
    await window.context.close();
  });
});
