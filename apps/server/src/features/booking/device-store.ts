import type { DeviceView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import type { Db } from "../../tables/index.ts";

/**
 * The needling devices of the clinic that can be used on a day, or were at any time where `usedOn` is null; each with the
 * label as the register holds it, null where it was not read.
 */
export async function listDevicesOf(db: Db, clinicId: string, usedOn: CalendarDate | null): Promise<DeviceView[]> {
  const rows = await db
    .selectFrom("resource")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("kind", "=", "device")
    .orderBy("name")
    .execute();
  const inUse = rows.filter(({ ended_on }) => usedOn === null || ended_on === null || usedOn <= ended_on);
  return inUse.map((row) => {
    const kept = (row.device ?? {}) as { readonly serial?: string; readonly label?: Partial<DeviceView["label"]> };
    const label = typeof kept.label === "object" ? kept.label : {};
    return {
      id: row.id,
      name: row.name,
      serial: kept.serial ?? "",
      label: {
        name: label.name ?? row.name,
        maxDepthMm: label.maxDepthMm ?? null,
        minAgeYears: label.minAgeYears ?? null,
        sites: label.sites ?? null,
        fitzpatrick: label.fitzpatrick ?? null,
        singleUseCartridge: label.singleUseCartridge ?? true,
      },
      serviceDueOn: row.service_due_on,
    };
  });
}
