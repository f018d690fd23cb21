import type { FirstStep } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { sql } from "kysely";
import type { Db } from "../../tables/index.ts";

/**
 * Which of the first steps are done, from what booking itself reads: a service that nobody is rostered and qualified
 * for, or that has no room or device of its kind in use, is not done.
 */
export async function readFirstSteps(
  db: Db,
  clinicId: string,
  today: CalendarDate,
): Promise<Readonly<Record<FirstStep, boolean>>> {
  const thing = sql`select from resource where resource.clinic_id = ${clinicId}
    and (resource.ended_on is null or resource.ended_on >= ${today}::date)`;
  const missing = (condition: ReturnType<typeof sql>) =>
    sql<boolean>`not exists (select from service where service.clinic_id = ${clinicId} and ${condition})`;
  const { rows } = await sql<Record<FirstStep, boolean>>`
    select
      exists (select from clinic where clinic_id = ${clinicId} and phone <> '') as contact,
      exists (select from site_opening where clinic_id = ${clinicId}) as hours,
      exists (select from staff where clinic_id = ${clinicId} and role = 'practitioner' and ended_at is null)
        as practitioner,
      ${missing(sql`not exists (${thing} and resource.kind = 'practitioner'
        and exists (select from staff where staff.clinic_id = ${clinicId} and staff.id = resource.staff_id
          and staff.ended_at is null)
        and exists (select from roster where roster.clinic_id = ${clinicId} and roster.resource_id = resource.id)
        and exists (select from qualification held where held.clinic_id = ${clinicId}
          and held.resource_id = resource.id and held.name = service.qualification
          and coalesce(held.valid_to, ${today}::date) >= ${today}::date))`)} as bookable,
      ${missing(sql`not (exists (${thing} and resource.kind = 'room' and service.prep_room_kind = any(resource.kinds))
        and exists (${thing} and resource.kind = 'room' and service.treatment_room_kind = any(resource.kinds)))`)}
        as room,
      ${missing(sql`service.device_kind is not null and not exists (${thing} and resource.kind = 'device'
        and service.device_kind = any(resource.kinds))`)} as device,
      exists (select from patient where clinic_id = ${clinicId}) as patient,
      exists (select from visit where clinic_id = ${clinicId} and kind = 'consultation') as consultation`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("a question without a from clause has one row");
  return row;
}
