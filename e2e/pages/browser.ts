import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env["FIBRIL_CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: flags });
}

export const demoPassword = "fibril-demo-1234";
export const sizes = {
  desk: { width: 1280, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
} as const;

/** Somebody's own browser window; faults of the page end the test. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  readonly go: (path: string) => Promise<void>;
  /** Asks the API as the one who is signed in here: for what a journey needs to find but is not about. */
  readonly ask: <Answer>(method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<Answer>;
}

/** On the demo clinic, or on another installation by its address. */
export async function openWindow(
  browser: Browser,
  size: keyof typeof sizes = "desk",
  url: string = inject("demoUrl"),
  other: Pick<BrowserContextOptions, "hasTouch" | "colorScheme"> = {},
): Promise<Window> {
  const context = await browser.newContext({
    ...other,
    viewport: sizes[size],
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 40[0-9]|status of 42[0-9]/.test(message.text()))
      faults.push(message.text());
  });
  return {
    page,
    context,
    faults,
    go: async (path) => {
      await page.goto(`${url}${path}`);
    },
    ask: (method, path, body) =>
      page.evaluate(
        async ({ method, path, body }) => {
          const csrf = /fibril_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";
          const headers: Record<string, string> = { "x-fibril-csrf": csrf, "idempotency-key": crypto.randomUUID() };
          if (body !== undefined) headers["content-type"] = "application/json";
          const response = await fetch(path, {
            method,
            headers,
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
          const answer = await response.json();
          if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
          return answer;
        },
        { method, path, body },
      ),
  };
}

/** By the log-in form, as anybody would. */
export async function signIn({ page, context, go }: Window, email: string, password = demoPassword): Promise<void> {
  await context.clearCookies();
  await go("/sign-in");
  await page.getByLabel("E-mail").first().fill(email);
  await page.getByLabel("Password").first().fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** No violation that axe can find. */
export async function expectAccessible({ page }: Window, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
  expect(told, where).toEqual([]);
  expect(await page.title(), where).toMatch(/^.+ · fibril$/);
}

/** What a gloved finger misses: everything that can be pressed and is less than 44 px high, but for links in a sentence. */
export function missedByTouch({ page }: Window): Promise<string[]> {
  return page.evaluate(() => {
    const pressed = document.querySelectorAll("button, summary, nav a, [role=tab], .fb-demo a, .fb-touch-link, input");
    return [...pressed].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isTick = one instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(one.type);
      const name = one.getAttribute("aria-label") ?? one.textContent ?? "";
      return isTick || width === 0 || height >= 43.5 ? [] : [`${name}: ${Math.round(height)} px`];
    });
  });
}

/** Nothing sticks out to the right. */
export async function expectNoSidewaysScroll({ page }: Window, where: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, where).toBeLessThanOrEqual(0);
}
