import { addDays } from "@fibril/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoToday } from "../commands/demo-clock.ts";
import { expectAccessible, openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";
import { bookCourse, registerPatient } from "../pages/front-desk.ts";
import { enterByLink } from "../pages/patient.ts";
import * as practitioner from "../pages/practitioner.ts";

const mark = Date.now().toString(36);
const guardian = { name: "Sunniva Ashdown", relationship: "mother", phone: "07700 900177" };

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

describe("somebody of sixteen, from the desk to a booked course", () => {
  it("the desk registers them and writes the guardian down, whose identity was not checked yet", async () => {
    const birthDate = addDays(await demoToday(desk), -16 * 366);
    const patient = {
      givenName: "Idun",
      familyName: `Ashdown${mark}`,
      birthDate,
      email: `idun.${mark}@patients.example`,
    };
    patientId = await registerPatient(desk, patient);
    await practitioner.writeGuardian(desk, patientId, { ...guardian, identityChecked: "" });
    await desk.page.getByText("identity not checked yet").waitFor();
  });

  it("the verdict is to refer, and says that the age is why", async () => {
    await practitioner.consult(treating, patientId);
    const verdict = await practitioner.readVerdict(treating);
    expect(verdict).toContain("Refer");
    expect(verdict).toContain("the age, by the birth date");
    await expectAccessible(treating, "a verdict to refer");
  });

  it("it can be overridden only with a prescriber's written opinion, and the reason is signed with it", async () => {
    await treating.page.getByRole("button", { name: "Override…" }).click();
    const dialog = treating.page.getByRole("dialog");
    const sign = dialog.getByRole("button", { name: "Override and sign" });
    await dialog
      .getByLabel("Your reason, in at least 15 characters")
      .fill("Scars weigh on them; the prescriber agrees.");
    expect(await sign.isDisabled()).toBe(true);
    await expectAccessible(treating, "the override");
    const opinion = dialog.getByRole("region", { name: "A prescriber's opinion" });
    await opinion.getByLabel("Prescriber's name").fill("Dr Hana Lindqvist");
    await opinion.getByLabel("Registration number").fill("DEMO-0004711");
    await opinion.getByLabel("Given on").fill(await demoToday(treating));
    await opinion.getByLabel("What they say").fill("Seen in person; no active acne; may be treated at 0.5 mm.");
    await sign.click();
    await dialog.waitFor({ state: "detached" });
    const kept = treating.page.getByRole("region", { name: "Signed decision" });
    await kept.getByText("Dr Hana Lindqvist", { exact: false }).waitFor();
    await kept.getByText("Scars weigh on them", { exact: false }).waitFor();
    await kept.getByText("Treatment may go ahead.").waitFor();
  });

  it("nobody can sign as guardian before the identity was checked", async () => {
    await practitioner.openConsent(treating, patientId);
    await treating.page.getByRole("button", { name: "Read and sign: Consent to a course of microneedling" }).click();
    const unchecked = treating.page.getByRole("radio", { name: `${guardian.name} (identity not checked)` });
    expect(await unchecked.isDisabled()).toBe(true);
  });

  it("once a passport was seen, the guardian signs and the young person says their own yes", async () => {
    await practitioner.checkGuardian(treating, patientId, "Passport seen");
    await practitioner.openConsent(treating, patientId);
    await practitioner.signText(treating, "Consent to a course of microneedling", null, guardian.name);
    await practitioner.signText(treating, "For you, if you are under 18", null);
    await treating.page.getByText("Consent is complete.").waitFor();
    await expectAccessible(treating, "a minor's consent");
  });

  it("the desk books the course", async () => {
    const from = addDays(await demoToday(desk), 3);
    const wish = { earliest: from, latest: addDays(from, 28), practitioner: "Dr Priya Nair" };
    expect(await bookCourse(desk, patientId, wish)).toBeGreaterThan(0);
  });

  it("a guardian reads on their own telephone whose pages these are", async () => {
    const child = { givenName: "Runa", familyName: `Ashdown${mark}`, birthDate: "2014-05-04", sex: "female" };
    const unknown = { email: null, phone: null, address: null, preferredContact: "none", note: "" };
    const { id } = await desk.ask<{ id: string }>("POST", "/api/patients", { ...child, ...unknown });
    const email = `sunniva.${mark}@patients.example`;
    const mother = { ...guardian, email, identityChecked: "Passport seen" };
    const { id: guardianId } = await desk.ask<{ id: string }>("POST", `/api/patients/${id}/guardians`, mother);
    await desk.ask("POST", `/api/patients/${id}/portal-links`, { guardianId });
    const phone = await openWindow(browser, "small");
    await enterByLink(phone, email);
    await phone.page.getByText(`These are the pages of ${child.givenName} ${child.familyName}.`).waitFor();
    await expectAccessible(phone, "a guardian's first screen");
    await phone.context.close();
  });

  it("no page had a fault on the way", () => {
    expect([...desk.faults, ...treating.faults]).toEqual([]);
  });
});
