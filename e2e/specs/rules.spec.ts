import { addDays } from "@fibril/kernel";
import { questionIds } from "@fibril/suitability";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoToday } from "../commands/demo-clock.ts";
import {
  demoPassword,
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from "../pages/browser.ts";
import { registerPatient } from "../pages/front-desk.ts";
import * as practitioner from "../pages/practitioner.ts";

const mark = Date.now().toString(36);
const name = `Nanna Tanfield${mark}`;

let browser: Browser;
let desk: Window;
let treating: Window;
let patientId: string;

beforeAll(async () => {
  browser = await openBrowser();
  [desk, treating] = [await openWindow(browser), await openWindow(browser, "tablet")];
  await signIn(desk, "front-desk@alder.example");
  await signIn(treating, "practitioner@alder.example");
});
afterAll(() => browser.close());

/** Tanned 16 days ago and clear of everything else: two days past the founding wait. */
async function answeredAndSigned(): Promise<void> {
  const tannedOn = addDays(await demoToday(treating), -16);
  const nos = Object.fromEntries(questionIds.map((id) => [id, { answer: "no" }]));
  await treating.ask("PUT", `/api/patients/${patientId}/consultation`, {
    version: 1,
    answers: { ...nos, sunExposure: { answer: "yes", kind: "tan", on: tannedOn } },
    concerns: [{ concern: "mild-acne-scars", zone: "cheek-left", severity: 2 }],
    area: "face",
    anaesthetic: "none",
    fitzpatrick: 3,
    skinNotes: "",
  });
  await treating.go(`/patients/${patientId}/suitability`);
  expect(await practitioner.readVerdict(treating)).toContain("Suitable");
  await practitioner.agreeAndSign(treating);
}

async function propose(wait: string) {
  await treating.page.getByRole("button", { name: /^Change: Sunburn, tan or self-tan/ }).click();
  const dialog = treating.page.getByRole("dialog");
  await dialog.getByLabel("New wait, in days").fill(wait);
  await dialog.getByRole("button", { name: "Show who is affected" }).click();
  return dialog;
}

describe("a clinic's own rules, on screen", () => {
  it("somebody has a signed verdict by the founding rules", async () => {
    const birthDate = addDays(await demoToday(desk), -34 * 365);
    const email = `nanna.${mark}@patients.example`;
    patientId = await registerPatient(desk, {
      givenName: "Nanna",
      familyName: `Tanfield${mark}`,
      birthDate,
      email,
    });
    await answeredAndSigned();
  });

  it("a wait outside what was documented is refused, with the range as its reason", async () => {
    await treating.go("/evidence/rules");
    await treating.page.getByRole("heading", { level: 1, name: "Rules of this clinic" }).waitFor();
    await expectAccessible(treating, "the rules");
    await expectNoSidewaysScroll(treating, "the rules");
    const dialog = await propose("29");
    await dialog.getByText("must be from 1 to 28, the range that was documented").waitFor();
    expect(await dialog.getByRole("button", { name: "Sign the change" }).count()).toBe(0);
    await treating.page.keyboard.press("Escape");
  });

  it("the practitioner sees who is affected, gives a reason and signs with the password", async () => {
    const dialog = await propose("28");
    const affected = dialog.getByRole("list", { name: "Who is affected" }).getByRole("listitem");
    const own = affected.filter({ hasText: name });
    await own.getByText("Treatment stops until it is signed again.").waitFor();
    expect(await own.textContent()).toMatch(/Suitable → Not yet, not before /);
    await expectAccessible(treating, "a change with who is affected");
    await dialog.getByLabel("Why, in a few words").fill("The summer was long; we wait the four weeks.");
    await dialog.getByLabel("Your password").fill(demoPassword);
    await dialog.getByRole("button", { name: "Sign the change" }).click();
    await dialog.waitFor({ state: "detached" });
    await treating.page.getByRole("heading", { name: "28 days founding: 14 days" }).waitFor();
    await treating.page.getByRole("table", { name: "Signed changes" }).getByText("14 to 28 days").first().waitFor();
    await expectAccessible(treating, "the rules with a signed change");
  });

  it("the plan is answered anew, and its task says why", async () => {
    await treating.go(`/patients/${patientId}/suitability`);
    expect(await practitioner.readVerdict(treating)).toContain("less than 28 days ago");
    await treating.go("/tasks");
    await treating.page.getByText("A rule was changed from 14 days to 28 days.", { exact: false }).first().waitFor();
  });

  it("a milder position is a choice of two, and the founding one comes back", async () => {
    await treating.go("/evidence/rules");
    await treating.page.getByRole("button", { name: /^Change: Breastfeeding/ }).click();
    const dialog = treating.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Milder position" }).check();
    await dialog.getByRole("button", { name: "Show who is affected" }).click();
    await dialog.getByText("From Founding verdict to Milder position.").waitFor();
    await expectAccessible(treating, "a milder position");
    await treating.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const back = await propose("14");
    await back.getByLabel("Why, in a few words").fill("As before.");
    await back.getByLabel("Your password").fill(demoPassword);
    await back.getByRole("button", { name: "Sign the change" }).click();
    await back.waitFor({ state: "detached" });
    await treating.go(`/patients/${patientId}/suitability`);
    await treating.page.getByRole("region", { name: "Today's verdict" }).waitFor();
    expect(await practitioner.readVerdict(treating)).toContain("Suitable");
  });

  it("no page had a fault on the way", () => expect([...desk.faults, ...treating.faults]).toEqual([]));
});
