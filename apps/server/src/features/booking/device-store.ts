import type { DeviceView } from "@fibril/contract";
import type { Db } from "../../tables/index.ts";

/** The needling devices of the clinic, each with the label as the register holds it; what was not read of it is null. */
export async function listDevicesOf(db: Db, clinicId: string): Promise<DeviceView[]> {
  const rows = await db
    .selectFrom("resource")
    .selectAll()
    .where("clinic_id", "=", clinicId)
    .where("kind", "=", "device")
    .where("ended_on", "is", null)
    .orderBy("name")
    .execute();
  return rows.map((row) => {
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
