import { type CalendarDate, parseMinuteOfDay, weekdayOf } from "@fibril/kernel";
import { dueAt, type Urgency } from "@fibril/recovery";
import { listSites } from "../features/booking/set-up-store.ts";
import { findClinicSettings } from "../lookups/clinic-settings.ts";
import { civilDay, instantOf, minuteOfDay } from "../platform/clock/civil-time.ts";
import type { ClinicAsked } from "../platform/http/route.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "now" | "caller">;

/**
 * When a task must be acknowledged: in clinic wall time, by the table of clocks and the clinic's own minutes. A clinic
 * without opening hours has no working day to wait for.
 */
export async function taskDueAt({ tx, clinicId, now, caller }: Asked, urgency: Urgency): Promise<Date> {
  const sites = await listSites(tx, clinicId);
  const isWorkingDay = (day: CalendarDate) => sites.some(({ opening }) => (opening[weekdayOf(day)] ?? []).length > 0);
  const closings = sites.flatMap(({ opening }) =>
    Object.values(opening).flatMap((hours) => hours.map(([, to]) => parseMinuteOfDay(to) ?? 0)),
  );
  const { timeZone } = caller;
  const { taskMinutes } = await findClinicSettings(tx, clinicId);
  const raised = { day: civilDay(now, timeZone), minuteOfDay: minuteOfDay(now, timeZone) };
  const clinic = { isWorkingDay, closesAtMinute: Math.max(0, ...closings), minutes: taskMinutes };
  const due = dueAt(urgency, raised, clinic);
  if (due === null) throw new Error(`no clock for ${urgency}`);
  return instantOf({ day: due.day, minute: due.minuteOfDay, timeZone });
}
