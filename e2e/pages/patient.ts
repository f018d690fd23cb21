import type { Window } from "./browser.ts";

/** The link as the patient finds it in the mailbox of the demo. */
export async function enterByLink({ page, go }: Window, email: string): Promise<void> {
  await go("/mailbox");
  const message = page
    .getByRole("listitem")
    .filter({ hasText: `to ${email}` })
    .filter({ hasText: "/welcome" });
  await message.first().getByRole("link").first().click();
  await page.getByRole("button", { name: "Open my pages" }).click();
  await page.waitForURL(/\/my$/);
}

/** Answers "none of these" to all but one question; what the screen says at the end. */
export async function answerCheckIn({ page }: Window, worry: string, answer: string): Promise<string> {
  await page.getByRole("link", { name: "Start the check-in" }).click();
  const none = page.getByRole("button", { name: "None of these" });
  await none.waitFor();
  const send = page.getByRole("button", { name: "Send my answers" });
  for (;;) {
    const part = await page.getByText(/^Part \d of \d$/).textContent();
    const sign = page.getByRole("radiogroup", { name: worry });
    const isLast = await send.isVisible();
    if (await sign.isVisible()) {
      for (const other of await page.getByRole("radiogroup").all()) await other.getByRole("radio").first().click();
      await sign.getByRole("radio", { name: answer, exact: true }).click();
      if (!isLast) await page.getByRole("button", { name: "Go on" }).click();
    } else await none.click();
    if (isLast) break;
    await page.getByText(part ?? "", { exact: true }).waitFor({ state: "detached" });
  }
  await send.click();
  const result = page.getByRole("status").filter({ hasText: "Your answers are with the clinic" });
  await result.waitFor();
  return (await result.textContent()) ?? "";
}

/** How many pixels of a heading the header that stays at the top covers; the page may still be coming to rest. */
export async function coveredByHeader({ page }: Window, heading: string): Promise<number> {
  await page.waitForTimeout(300);
  const place = await page.getByRole("heading", { name: heading }).boundingBox();
  const header = await page.getByRole("banner").boundingBox();
  if (!place || !header) throw new Error(`the page does not show both its header and "${heading}"`);
  return Math.max(0, header.y + header.height - place.y);
}
