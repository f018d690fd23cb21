import type { CourseView } from "@fibril/contract";
import { ask, fullConsultation, registration, type TestClinic, type TestWorld } from "./test-clinic.ts";

/** A patient who may be treated with a course of three sessions booked; the first from 7 to 20 January 2027. */
export async function bookCourse(world: TestWorld, clinic: TestClinic, patientId?: string): Promise<CourseView> {
  const treats = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
    ask(world, clinic.tokens.practitioner, method, path, body);
  const register = () => ask(world, clinic.tokens["front-desk"], "POST", "/api/patients", registration);
  const at = `/api/patients/${patientId ?? (await register()).body.id}`;
  await treats("PUT", `${at}/consultation`, fullConsultation());
  const seen = (await treats("GET", `${at}/suitability`)).body;
  await treats("POST", `${at}/suitability/decisions`, {
    consultationVersion: seen.consultationVersion,
    verdictShown: seen.outcome.verdict,
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  });
  const gapDays = { min: 28, max: 42, target: 35 };
  const wish = { earliest: "2027-01-07", latest: "2027-01-20", weekdays: null, blockedDays: [], preferred: [] };
  const { courses } = (
    await treats("POST", `${at}/course-suggestions`, {
      ...wish,
      siteId: clinic.siteId,
      sessions: 3,
      gapDays,
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
  const booked = await treats("POST", `${at}/courses`, { siteId: clinic.siteId, gapDays, sessions });
  if (booked.status !== 201) throw new Error(`the course was not booked: ${booked.text}`);
  return booked.body;
}
