import type { VisitView } from "@fibril/contract";
import { calendarDate } from "@fibril/kernel";
import { demoRecord } from "../src/demo/demo-record.ts";
import { ask, fullConsultation, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

type Body = Readonly<Record<string, unknown>>;

/** The steps of one patient's pathway through the interface, by those who take them. */
export function patientSteps(world: TestWorld, clinic: TestClinic) {
  const treats = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) =>
    ask(world, clinic.tokens.practitioner, method, path, body);
  const desk = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
    ask(world, clinic.tokens["front-desk"], method, path, body);

  const asOwner = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
    ask(world, clinic.tokens.owner, method, path, body);

  const register = async (more: Body = {}): Promise<string> =>
    (await desk("POST", "/api/patients", { ...registration, ...more })).body.id;

  const decide = async (patientId: string, more: Body = {}) => {
    const view = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
    const shown = {
      consultationVersion: view.consultationVersion,
      verdictShown: view.outcome?.verdict ?? "incomplete",
    };
    const agree = { decision: "agree", reason: "", outsideOpinion: null };
    return treats("POST", `/api/patients/${patientId}/suitability/decisions`, { ...shown, ...agree, ...more });
  };

  const consentTo = async (patientId: string, kind: string, more: Body = {}) => {
    const { texts } = (await treats("GET", `/api/patients/${patientId}/consents`)).body;
    const text = texts.find((one: { kind: string }) => one.kind === kind);
    const required = text.fields.filter((field: { required: boolean }) => field.required);
    return treats("POST", `/api/patients/${patientId}/consents`, {
      textId: text.id,
      textSha256: text.sha256,
      answers: Object.fromEntries(required.map((field: { key: string }) => [field.key, "yes"])),
      purposes: kind === "photographs" ? ["record"] : [],
      signer: "patient",
      guardianId: null,
      signerName: "Ama Okafor",
      signature: { kind: "typed", name: "Ama Okafor" },
      deviceTime: "2027-01-06T08:00:00Z",
      ...more,
    });
  };

  /** Books the first of the courses suggested; its first session within a fortnight. */
  const bookCourse = async (patientId: string) => {
    const gapDays = { min: 28, max: 42, target: 35 };
    const wish = { sessions: 3, gapDays, earliest: "2027-01-07", latest: "2027-01-20", weekdays: null };
    const { courses } = (
      await desk("POST", `/api/patients/${patientId}/course-suggestions`, {
        ...wish,
        siteId: clinic.siteId,
        blockedDays: [],
        preferred: [],
        practitionerId: null,
      })
    ).body;
    const sessions = courses[0].sessions.map(
      ({ day, start, practitioner, prepRoom, treatmentRoom, device }: Record<string, string>) => ({
        day,
        start,
        practitioner,
        prepRoom,
        treatmentRoom,
        device,
      }),
    );
    return (await desk("POST", `/api/patients/${patientId}/courses`, { siteId: clinic.siteId, gapDays, sessions }))
      .body;
  };

  const arrive = async (visit: VisitView) => {
    world.setNow(new Date(`${visit.day}T09:00:00Z`));
    const state = { version: 1, state: "arrived", cancelledBy: null, reason: null };
    return desk("POST", `/api/visits/${visit.id}/state`, state);
  };

  /** Writes down each precondition of today's verdict as met. */
  const meetPreconditions = async (patientId: string): Promise<void> => {
    const { decision, preconditions } = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
    for (const { rule, text } of preconditions) {
      const met = { decisionId: decision.id, rule, text, note: "Seen and filed" };
      await treats("POST", `/api/patients/${patientId}/suitability/preconditions`, met);
    }
  };

  const start = (visit: VisitView, more: Body = {}) =>
    treats("POST", `/api/visits/${visit.id}/session`, { changed: "no", note: "", ...more });

  /** A whole-face session as a careful practitioner would record it. */
  const wholeFace = async (visit: VisitView, serial: number) => {
    const { devices } = (await treats("GET", "/api/devices")).body;
    const device = devices.find((one: { id: string }) => one.id === visit.deviceId);
    const today = calendarDate(visit.day);
    return demoRecord({ device, today, startMinute: 560, serial, ordinal: 1, painScore: 3, stoppedEarly: "no" });
  };

  /** Asked, decided and consented: may be booked and treated. */
  const readyPatient = async (): Promise<string> => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await register();
    await treats("PUT", `/api/patients/${patientId}/consultation`, fullConsultation());
    await decide(patientId);
    await consentTo(patientId, "treatment");
    return patientId;
  };

  return {
    treats,
    asOwner,
    desk,
    register,
    decide,
    consentTo,
    bookCourse,
    arrive,
    meetPreconditions,
    start,
    wholeFace,
    readyPatient,
  };
}
