import { addDays, type CalendarDate } from "@fibril/kernel";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoToday, moveTo } from "../commands/demo-clock.ts";
import { openBrowser, openWindow, signIn, type Window } from "../pages/browser.ts";
import { bookCourse, markArrived, nameOf, registerPatient, sendPortalLink } from "../pages/front-desk.ts";
import { answerCheckIn, coveredByHeader, enterByLink } from "../pages/patient.ts";
import * as practitioner from "../pages/practitioner.ts";

const mark = Date.now().toString(36);
const patient = {
  givenName: "Linnea",
  familyName: `Thorne${mark}`,
  birthDate: "1988-06-03",
  email: `linnea.${mark}@patients.example`,
};
const name = nameOf(patient);

let browser: Browser;
let desk: Window;
let treating: Window;
let home: Window;
let patientId: string;
let firstDay: CalendarDate;

beforeAll(async () => {
  browser = await openBrowser();
  [desk, treating, home] = [await openWindow(browser), await openWindow(browser), await openWindow(browser, "phone")];
  await signIn(desk, "front-desk@alder.example");
  await signIn(treating, "practitioner@alder.example");
});
afterAll(() => browser.close());

describe("the pathway of a new patient, from the first call to the measured result", () => {
  it("the front desk looks for the patient, finds nobody, and registers her", async () => {
    patientId = await registerPatient(desk, patient);
  });

  it("the practitioner asks every question, grades the concern on the face map, and examines", async () => {
    await practitioner.consult(treating, patientId);
  });

  it("the practitioner reads the verdict with its reasons, agrees and signs", async () => {
    const verdict = await practitioner.readVerdict(treating);
    expect(verdict).toContain("Suitable with changes");
    expect(verdict).toContain("Phototype");
    await practitioner.agreeAndSign(treating);
  });

  it("the practitioner takes the consents to treatment and to photographs, signed by hand", async () => {
    await practitioner.openConsent(treating, patientId);
    await practitioner.signText(treating, "Consent to a course of microneedling", null);
    await practitioner.signText(treating, "Photographs: what they may be used for", "For the record");
    await treating.page.getByText("Consent is complete.").waitFor();
  });

  it("the front desk books a whole course out of five suggestions", async () => {
    const from = addDays(await demoToday(desk), 3);
    const wish = { earliest: from, latest: addDays(from, 28), practitioner: "Dr Priya Nair" };
    expect(await bookCourse(desk, patientId, wish)).toBe(5);
    const { courses } = await desk.ask<{ courses: { sessions: { visit: { day: CalendarDate } | null }[] }[] }>(
      "GET",
      `/api/patients/${patientId}/courses`,
    );
    const day = courses[0]?.sessions[0]?.visit?.day;
    expect(day).toBeDefined();
    firstDay = day ?? from;
  });

  it("the day of the first session comes (the clock is moved through the API)", async () => {
    await moveTo(desk, firstDay);
    expect(await demoToday(desk)).toBe(firstDay);
  });

  it("the front desk marks her as arrived in the calendar", async () => {
    await signIn(desk, "front-desk@alder.example");
    await markArrived(desk, name);
  });

  it("the practitioner starts the session, records it in the order of work, and signs", async () => {
    await signIn(treating, "practitioner@alder.example");
    await practitioner.startSession(treating, name);
    const cartridge = { lot: "E2E-LOT-1", unit: `E2E-${mark}`, expiresOn: addDays(firstDay, 300) };
    await practitioner.recordSession(treating, cartridge);
    await practitioner.signSession(treating);
  });

  it("her page leads to the record of that session, as it was signed", async () => {
    await treating.go(`/patients/${patientId}`);
    await treating.page.getByRole("link", { name: "Record of session 1" }).click();
    await treating.page.getByText(/^Signed by Dr Priya Nair/).waitFor();
    const record = await treating.page.getByRole("main").textContent();
    for (const said of ["What was done", "Gloves on", "Lot E2E-LOT-1", "3 of 10", "No, finished"])
      expect(record).toContain(said);
  });

  it("a day later the front desk sends her a link to her own pages, and she enters by it on her telephone", async () => {
    await moveTo(desk, addDays(firstDay, 1));
    await signIn(desk, "front-desk@alder.example");
    await sendPortalLink(desk, patientId, patient);
    await enterByLink(home, patient.email);
  });

  it("she answers the check-in of day 1 and says that she has a fever", async () => {
    const result = await answerCheckIn(home, "Fever or shivering", "Yes");
    expect(result).toContain("Someone must see you today");
    expect(await coveredByHeader(home, "Someone must see you today")).toBe(0);
    expect(await home.page.getByRole("link", { name: "Call 999" }).getAttribute("href")).toBe("tel:999");
  });

  it("the practitioner sees the red flag on Today and keeps what was done", async () => {
    await signIn(treating, "practitioner@alder.example");
    const note = "Telephoned her: 37.4 °C, no spreading redness. Seen at 16:00.";
    await practitioner.acknowledge(treating, name, note);
    await treating.go("/tasks");
    await treating.page.getByRole("listitem").filter({ hasText: name }).getByText(note).waitFor();
  });

  it("she reads on her first page who has looked at it", async () => {
    await home.go("/my");
    await home.page.getByText(/^Dr Priya Nair has looked at your answers/).waitFor();
  });

  it("the practitioner scores a scale and keeps a photograph", async () => {
    await practitioner.recordScore(treating, patientId);
    await practitioner.addPhotograph(treating, await treating.page.screenshot());
  });

  it("the timeline shows it all beside the band, which is a population’s and not her prognosis", async () => {
    await treating.go(`/patients/${patientId}`);
    await treating.page.getByText("Expected: population, not a prognosis").first().waitFor();
    const timeline = await treating.page.getByRole("main").textContent();
    for (const said of ["Session 1", "Check-in, day 1", "1 photograph"]) expect(timeline).toContain(said);
  });

  it("no page had a fault on the way", () => {
    expect([desk, treating, home].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
