import { DepthPlanView, Id, PlanDepthsBody, type PlannedZone } from "@fibril/contract";
import { type DeviceLabel, zones as zoneTable } from "@fibril/protocol";
import { type PlanContext, refuseDepthPlan } from "@fibril/session";
import { z } from "zod";
import { listDevicesOf } from "../features/booking/device-store.ts";
import { listVisits } from "../features/booking/visit-store.ts";
import { findConsultation } from "../features/consultation/store.ts";
import { depthPlanOf, updateDepthPlan } from "../features/course/depth-plan-store.ts";
import { type Course, findCourse } from "../features/course/store.ts";
import { findSubject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";

const OneCourse = z.strictObject({ courseId: Id });

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "today">;

const readDepthPlan = clinicRoute({
  method: "GET",
  path: "/api/courses/:courseId/depth-plan",
  operationId: "readDepthPlan",
  summary: "Depth and passes planned for each zone, who set them, and the labels of the devices booked.",
  params: OneCourse,
  answers: { 200: DepthPlanView },
  run: async (asked) => {
    const course = await findCourse(asked.tx, asked.clinicId, asked.params.courseId);
    return course ? answer(200, await depthPlanView(asked, course)) : problem("not-found");
  },
});

const planDepths = clinicRoute({
  method: "PUT",
  path: "/api/courses/:courseId/depth-plan",
  operationId: "planDepths",
  summary: "Sets depth and passes by zone within the limits of zone and device; sessions begun before keep theirs.",
  params: OneCourse,
  body: PlanDepthsBody,
  answers: { 200: DepthPlanView },
  run: async (asked) => {
    const { tx, clinicId, params, body, caller, now, record } = asked;
    const course = await findCourse(tx, clinicId, params.courseId);
    const signer = await findSigner(tx, caller);
    if (!course || !signer) return problem("not-found");
    if (course.state !== "planned" && course.state !== "under-way") {
      return problem("conflict", { detail: `This course is ${course.state}: nothing is planned for it any more.` });
    }
    const issues = refuseDepthPlan(body.zones, await planContext(asked, course));
    if (issues.length > 0) return problem("invalid-input", { issues });
    const plan = { courseId: course.id, version: body.version, zones: body.zones, plannerName: signer.name };
    if (!(await updateDepthPlan(tx, clinicId, plan, now))) {
      return problem("stale-version", { current: await depthPlanView(asked, course) });
    }
    const detail = { before: depthsInWords(depthPlanOf(course) ?? []), after: depthsInWords(body.zones) };
    record({ action: "planned depths", noun: "course", subjectId: course.id, patientId: course.patient_id, detail });
    const after = await findCourse(tx, clinicId, course.id);
    return after ? answer(200, await depthPlanView(asked, after)) : problem("not-found");
  },
});

export const depthPlanRoutes = [readDepthPlan, planDepths];

/** The devices of the sessions still to come set the limit; where none is booked, only the zones do. */
async function planContext({ tx, clinicId, today }: Asked, course: Course): Promise<PlanContext> {
  const subject = await findSubject(tx, clinicId, course.patient_id, today);
  const consultation = await findConsultation(tx, clinicId, course.patient_id);
  const fitzpatrick = (consultation?.fitzpatrick ?? null) as PlanContext["person"]["fitzpatrick"];
  const person = { ageYears: subject?.ageYears ?? null, weightKg: null, fitzpatrick };
  return { person, devices: await devicesBooked({ tx, clinicId }, course.id) };
}

async function devicesBooked(
  { tx, clinicId }: Pick<Asked, "tx" | "clinicId">,
  courseId: string,
): Promise<DeviceLabel[]> {
  const visits = await listVisits(tx, clinicId, { courseId });
  const open = visits.filter(({ state }) => ["booked", "late", "arrived", "in-room"].includes(state));
  const booked = new Set(open.map(({ deviceId }) => deviceId));
  return (await listDevicesOf(tx, clinicId, null)).filter(({ id }) => booked.has(id)).map(({ label }) => label);
}

async function depthPlanView(asked: Asked, course: Course): Promise<DepthPlanView> {
  const { devices } = await planContext(asked, course);
  return {
    courseId: course.id,
    zones: [...(depthPlanOf(course) ?? [])],
    plannedBy: course.depth_planner_name,
    plannedAt: course.depth_planned_at?.toISOString() ?? null,
    devices: devices as DepthPlanView["devices"],
    version: course.version,
  };
}

function depthsInWords(zones: readonly PlannedZone[]): string[] {
  return zones.map(
    ({ zone, depthMm, passes }) => `${zoneTable[zone].label} ${depthMm.toFixed(2)} mm, ${passes ?? "any"} passes`,
  );
}
