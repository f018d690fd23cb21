import { addDays, calendarDate } from "@fibril/kernel";
import { checkInCards } from "@fibril/recovery";
import sharp from "sharp";
import { patientSteps } from "./patient-steps.ts";
import { type Answered, ask, fullConsultation, type TestClinic, type TestWorld } from "./test-clinic.ts";

/** A step as it is named, and what was answered to it. */
export type Taken = readonly [step: string, status: number];

/**
 * One patient the whole way through the interface, with what the desk, the owner and the patient do on the way; the same
 * steps in every clinic.
 */
export async function walkPathway(world: TestWorld, clinic: TestClinic, serial: number): Promise<readonly Taken[]> {
  const steps = patientSteps(world, clinic);
  const { treats, desk, asOwner } = steps;
  world.setNow(new Date("2027-01-06T08:00:00Z"));
  const patientId = clinic.ownPatientId;
  const path = `/api/patients/${patientId}`;
  const own = (method: "GET" | "POST" | "PUT", url: string, body?: unknown) =>
    ask(world, clinic.tokens.patient, method, url, body);
  const taken: Taken[] = [];
  const take = async (step: string, asked: Promise<Answered>) => {
    const { status, body, text } = await asked;
    taken.push([status < 400 ? step : `${step}: ${text}`, status]);
    return body;
  };

  const guardianFields = { name: "Efua", relationship: "mother", phone: null, email: null, identityChecked: null };
  const guardian = await take("adds a guardian", desk("POST", `${path}/guardians`, guardianFields));
  const renamed = { ...guardianFields, email: `efua@${clinic.canary}.example`, version: 1 };
  await take("changes the guardian", desk("PUT", `${path}/guardians/${guardian.id}`, renamed));
  await take("invites the patient", desk("POST", `${path}/portal-links`, { guardianId: null }));
  const aspirin = { name: "Aspirin", startedOn: null, stoppedOn: null, note: "" };
  const medicine = await take("adds a medicine", treats("POST", `${path}/medicines`, aspirin));
  const stopped = { ...aspirin, stoppedOn: "2027-01-05", version: 1 };
  await take("ends the medicine", treats("PUT", `${path}/medicines/${medicine.id}`, stopped));
  const latex = { substance: "Latex", reaction: "", notedOn: "2027-01-05", endedOn: null };
  const allergy = await take("adds an allergy", treats("POST", `${path}/allergies`, latex));
  await take(
    "changes it",
    treats("PUT", `${path}/allergies/${allergy.id}`, { ...latex, reaction: "rash", version: 1 }),
  );

  await take("asks", treats("PUT", `${path}/consultation`, fullConsultation()));
  await take("decides", steps.decide(patientId));
  const consent = await take("consents to treatment", steps.consentTo(patientId, "treatment"));
  const pictures = await take("consents to photographs", steps.consentTo(patientId, "photographs"));
  await take("reads the consent", treats("GET", `${path}/consents/${consent.id}/document`));
  await take("reads the own consent", own("GET", `/api/my/consents/${consent.id}/document`));
  const course = await steps.bookCourse(patientId);
  const [first, second] = course.sessions;
  const { day } = first.visit;
  await take("sees the legal starts", desk("GET", `/api/visits/${second.visit.id}/legal-starts?from=${day}&days=7`));
  await take("sees the depth plan", treats("GET", `/api/courses/${course.id}/depth-plan`));
  await take("arrives", steps.arrive(first.visit));
  const session = await take("starts", steps.start(first.visit));
  const record = await steps.wholeFace(first.visit, serial);
  await take("records", treats("PUT", `/api/sessions/${session.id}`, { version: 1, record }));
  await take("signs", treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 }));
  const amendment = { record: { ...record, painScore: 5 }, reason: "Typed the wrong score" };
  await take("amends", treats("POST", `/api/sessions/${session.id}/amendments`, amendment));
  const score = { scale: "pain-nrs", area: "", value: 3, rater: "patient", recordedOn: day, sessionId: session.id };
  await take("scores", treats("POST", `${path}/scores`, score));

  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#caa" } })
    .jpeg()
    .toBuffer();
  const url = `${path}/photographs?pose=front&takenOn=${day}&sessionId=${session.id}`;
  const type = { "content-type": "image/jpeg" };
  const picture = await take("photographs", ask(world, clinic.tokens.practitioner, "POST", url, jpeg, type));
  for (const form of ["master", "thumbnail"]) {
    await take(`looks at its ${form}`, treats("GET", `${path}/photographs/${picture.id}?form=${form}`));
    await take(`looks at the own ${form}`, own("GET", `/api/my/photographs/${picture.id}?form=${form}`));
  }

  world.setNow(new Date(`${addDays(calendarDate(day), 3)}T10:00:00Z`));
  const { checkIns } = (await treats("GET", `${path}/check-ins`)).body;
  const usual = (since: number) =>
    Object.fromEntries(
      checkInCards(since).flatMap(({ questions }) => questions.map(({ sign, options }) => [sign, options[0]?.value])),
    );
  const well = { version: 1, answers: usual(1) };
  await take("checks in", own("POST", `/api/my/check-ins/${checkIns[0].id}/answers`, well));
  const fever = { version: 1, answers: { ...usual(3), fever: "yes" } };
  await take("tells of fever", treats("POST", `${path}/check-ins/${checkIns[1].id}/answers`, fever));
  const { tasks } = (await treats("GET", "/api/tasks")).body;
  const seen = { version: 1, note: "Seen, antibiotics by GP" };
  await take("acknowledges", treats("POST", `/api/tasks/${tasks[0].id}/acknowledgement`, seen));

  await take("reads the calendar", desk("GET", `/api/calendar?siteId=${clinic.siteId}&from=${day}&days=1`));
  const readsAudit = ask(world, clinic.tokens.auditor, "GET", `/api/audit?patientId=${patientId}`);
  await take("reads the audit", readsAudit);
  const hours = { from: "2027-02-01", to: "2027-02-26", fromTime: "09:00", toTime: "17:00", weekdays: ["mon", "tue"] };
  const wish = { patientId, kind: "consultation", courseId: null, ordinal: null, siteId: clinic.siteId, ...hours };
  const { practitionerId } = first.visit;
  const waits = await take("waits", desk("POST", "/api/waitlist", { ...wish, practitionerId }));
  await take("waits no more", desk("POST", `/api/waitlist/${waits.id}/removals`, { version: 1, reason: "Has one" }));
  const sick = { fromDay: "2027-06-01", toDay: "2027-06-02", reason: "Ill" };
  await take("is away", asOwner("POST", `/api/resources/${practitionerId}/absences`, sick));
  await take("closes", asOwner("POST", `/api/sites/${clinic.siteId}/closures`, { day: "2027-06-03", reason: "Feast" }));
  const { staff } = (await asOwner("GET", "/api/staff")).body;
  const manager = staff.find((one: { role: string }) => one.role === "manager");
  const moved = { version: manager.version, name: manager.name, registration: null, ended: false };
  const changesColleague = ask(world, clinic.tokens.owner, "PATCH", `/api/staff/${manager.id}`, moved);
  await take("changes a colleague", changesColleague);
  const gone = { version: 1, state: "cancelled", cancelledBy: "clinic", reason: "Ill" };
  await take("cancels", desk("POST", `/api/visits/${second.visit.id}/state`, gone));
  const { courses } = (await treats("GET", `${path}/courses`)).body;
  const left = { version: courses[0].version, reason: "Moved away" };
  await take("abandons", treats("POST", `/api/courses/${course.id}/abandonment`, left));
  const withdrawn = { purpose: "record", reason: "No more pictures" };
  await take("withdraws", own("POST", `/api/my/consents/${pictures.id}/withdrawals`, withdrawn));
  return taken;
}
