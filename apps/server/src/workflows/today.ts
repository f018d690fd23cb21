import { type PathwayView, TodayView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { listResourcesOfStaff } from "../features/booking/resources-store.ts";
import { listVisits } from "../features/booking/visit-store.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { listAllergies } from "../features/patient/lists-store.ts";
import { listTasksOf } from "../features/recovery/task-store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { dayText } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import { together } from "../platform/database/together.ts";
import { answer, clinicRoute } from "../platform/http/route.ts";
import { readPathwayOf } from "./pathway.ts";

const readToday = clinicRoute({
  method: "GET",
  path: "/api/today",
  operationId: "readToday",
  summary: "Who comes today, what each still lacks, and the next step for each.",
  answers: { 200: TodayView },
  run: async ({ tx, clinicId, today, caller }) => {
    const signer = await findSigner(tx, caller);
    const own = new Set(signer ? await listResourcesOfStaff(tx, clinicId, signer.staffId) : []);
    const visits = (await listVisits(tx, clinicId, { from: today, to: today })).filter(
      ({ state }) => state !== "cancelled",
    );
    const isOwn = ({ practitionerId }: TodayRow["visit"]) => own.has(practitionerId);
    const rows = await together(
      ...visits.map((visit) => todayRow(tx, clinicId, { visit, isOwn: isOwn(visit), today })),
    );
    const tasks = (await listTasksOf(tx, clinicId)).filter(({ acknowledged }) => !acknowledged).length;
    return answer(200, { day: today, visits: rows.filter((row) => row !== null), tasks });
  },
});

type TodayRow = TodayView["visits"][number];

/** One who comes today; null where the patient is out of sight. */
async function todayRow(
  tx: Tx,
  clinicId: string,
  { visit, isOwn, today }: Pick<TodayRow, "visit" | "isOwn"> & { readonly today: CalendarDate },
): Promise<TodayRow | null> {
  const subject = await findSubject(tx, clinicId, visit.patientId, today);
  if (!subject) return null;
  const [pathway, alerts] = await together(
    readPathwayOf(tx, clinicId, { subject, today }),
    alertsOf(tx, clinicId, subject),
  );
  const before = pathway.steps.filter(
    ({ step, state }) => state !== "done" && ["consultation", "suitability", "consent"].includes(step),
  );
  return {
    visit,
    isOwn,
    missing: visit.kind === "session" ? before.map(({ step, detail }) => `${step}: ${detail}`) : [],
    next: visit.kind === "session" && before.length === 0 ? "Go to the session" : nextBeside(visit, pathway),
    alerts,
  };
}

/** What is done at a visit that is no session, or before one may be: never the session itself, whatever the course says. */
function nextBeside({ kind }: TodayRow["visit"], { steps, next }: PathwayView): string {
  if (next && next.step !== "sessions") return next.action;
  const isAsked = steps.some(({ step, state }) => step === "consultation" && state === "done");
  return kind === "consultation" && isAsked ? "Open the consultation" : "Open the patient's page";
}

/** What matters for needling beside the name. */
async function alertsOf(tx: Tx, clinicId: string, subject: Subject): Promise<string[]> {
  const allergies = (await listAllergies(tx, clinicId, subject.id)).filter(({ endedOn }) => endedOn === null);
  const consultation = await findConsultation(tx, clinicId, subject.id);
  const { isotretinoin } = (consultation?.answers ?? {}) as { readonly isotretinoin?: Isotretinoin };
  return [
    ...(subject.isMinor ? [`Minor, ${subject.ageYears} years`] : []),
    ...allergies.map(({ substance }) => `Allergy: ${substance}`),
    ...isotretinoinAlert(isotretinoin),
  ];
}

interface Isotretinoin {
  readonly answer?: string;
  readonly status?: string;
  readonly stoppedOn?: string;
}

function isotretinoinAlert(given: Isotretinoin | undefined): string[] {
  if (given?.answer === "unknown") return ["Isotretinoin: not known"];
  if (given?.answer !== "yes") return [];
  if (given.stoppedOn) return [`Isotretinoin: stopped ${dayText(given.stoppedOn)}`];
  return [given.status === "stopped" ? "Isotretinoin: stopped, day not known" : "Isotretinoin: takes it now"];
}

export const todayRoutes = [readToday];
