import { expect } from "vitest";
import type { Window } from "./browser.ts";

export interface NewPatient {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly email: string;
}

export function nameOf({ givenName, familyName }: NewPatient): string {
  return `${givenName} ${familyName}`;
}

/** Looks first, registers whom nobody knows yet; the id of the new patient. */
export async function registerPatient({ page, go }: Window, patient: NewPatient): Promise<string> {
  await go("/patients");
  await page.getByRole("searchbox", { name: "Find a patient" }).last().fill(patient.familyName);
  await page.getByText(`Nobody fits “${patient.familyName}”`).waitFor();
  await page.getByRole("button", { name: "Register a patient" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Given name").fill(patient.givenName);
  await form.getByLabel("Family name").fill(patient.familyName);
  await form.getByLabel("Birth date").fill(patient.birthDate);
  await form.getByLabel("Sex").selectOption("female");
  await form.getByLabel("E-mail", { exact: true }).fill(patient.email);
  await form.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { level: 1, name: nameOf(patient) }).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

interface CourseWish {
  readonly earliest: string;
  readonly latest: string;
  readonly practitioner: string;
}

/** Books the first of the courses that are suggested; how many there were. */
export async function bookCourse({ page, go }: Window, patientId: string, wish: CourseWish): Promise<number> {
  await go(`/patients/${patientId}/course`);
  await page.getByLabel("First session from").fill(wish.earliest);
  await page.getByLabel("First session until").fill(wish.latest);
  await page.getByLabel("Practitioner").selectOption({ label: wish.practitioner });
  await page.getByRole("button", { name: "Find a course" }).click();
  await page.getByRole("heading", { name: "The best courses that can be had" }).waitFor();
  const suggestions = await page.getByRole("button", { name: /^Book course \d$/ }).count();
  await page.getByRole("button", { name: "Book course 1" }).click();
  await page.getByText("3 sessions are booked.").waitFor();
  return suggestions;
}

export async function markArrived({ page, go }: Window, patientName: string): Promise<void> {
  await go("/calendar");
  await page
    .getByRole("button", { name: new RegExp(patientName) })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Arrived" }).click();
  await page.getByText(`${patientName}: arrived`).waitFor();
}

export async function sendPortalLink({ page, go }: Window, patientId: string, patient: NewPatient): Promise<void> {
  await go(`/patients/${patientId}`);
  await page.getByRole("tab", { name: "Portal" }).click();
  await page.getByRole("button", { name: `Send a link to ${nameOf(patient)}` }).click();
  const sent = page.getByText(`A link went to ${patient.email}`);
  await sent.waitFor();
  expect(await sent.textContent()).toContain("It is good until");
}
