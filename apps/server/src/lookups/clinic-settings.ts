import type { AftercareContact, SitePlace, TaskMinutes } from "@fibril/contract";
import type { Selectable } from "kysely";
import type { Db } from "../tables/index.ts";
import type { ClinicSettingsRow } from "../tables/rule-set.ts";

export interface ClinicSettings {
  /** 0 until somebody has set anything. */
  readonly version: number;
  readonly taskMinutes: TaskMinutes;
  readonly places: readonly SitePlace[];
  readonly aftercareContact: AftercareContact | null;
  readonly selfBooking: boolean;
  readonly changed: { readonly by: string; readonly at: Date } | null;
}

const unset: ClinicSettings = {
  version: 0,
  taskMinutes: {},
  places: [],
  aftercareContact: null,
  selfBooking: true,
  changed: null,
};

/** What the clinic has set, in its newest version. */
export async function findClinicSettings(db: Db, clinicId: string): Promise<ClinicSettings> {
  const row = await db
    .selectFrom("clinic_settings")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? settingsOf(row) : unset;
}

function settingsOf(row: Selectable<ClinicSettingsRow>): ClinicSettings {
  return {
    version: row.version,
    taskMinutes: row.task_minutes as TaskMinutes,
    places: row.places as readonly SitePlace[],
    aftercareContact: row.aftercare_contact as AftercareContact | null,
    selfBooking: row.self_booking,
    changed: { by: row.changer_name, at: row.changed_at },
  };
}
