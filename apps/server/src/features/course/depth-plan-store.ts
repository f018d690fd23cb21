import type { PlannedZone } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";
import type { Course } from "./store.ts";

/** The plan by zone; null where nobody has set one. */
export function depthPlanOf(course: Course): readonly PlannedZone[] | null {
  const zones = course.depth_plan as readonly PlannedZone[];
  return zones.length === 0 ? null : zones;
}

interface DepthPlan {
  readonly courseId: string;
  readonly version: number;
  readonly zones: readonly PlannedZone[];
  readonly plannerName: string;
}

/** False where the course's version is another one by now. */
export async function updateDepthPlan(db: Db, clinicId: string, plan: DepthPlan, now: Date): Promise<boolean> {
  const result = await db
    .updateTable("course")
    .set({
      depth_plan: JSON.stringify(plan.zones),
      depth_planner_name: plan.plannerName,
      depth_planned_at: now,
      version: plan.version + 1,
    })
    .where("clinic_id", "=", clinicId)
    .where("id", "=", plan.courseId)
    .where("version", "=", plan.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
