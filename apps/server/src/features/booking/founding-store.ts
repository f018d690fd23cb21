import type { Db } from "../../tables/index.ts";

const openDays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** One site open on weekdays, the two services of the pathway and one room; people and devices come with their names. */
export async function insertFoundingResources(
  db: Db,
  clinicId: string,
  { name, timeZone, newId }: { readonly name: string; readonly timeZone: string; readonly newId: () => string },
): Promise<{ readonly siteId: string }> {
  const siteId = newId();
  await db.insertInto("site").values({ clinic_id: clinicId, id: siteId, name, time_zone: timeZone }).execute();
  const hours = openDays.map((weekday) => ({
    clinic_id: clinicId,
    site_id: siteId,
    weekday,
    from_minute: 540,
    to_minute: 1080,
  }));
  await db.insertInto("site_opening").values(hours).execute();
  await db
    .insertInto("resource")
    .values({
      clinic_id: clinicId,
      id: newId(),
      kind: "room",
      name: "Room 1",
      site_id: siteId,
      kinds: ["prep", "treatment"],
    })
    .execute();
  await db
    .insertInto("service")
    .values([
      {
        clinic_id: clinicId,
        id: newId(),
        kind: "session",
        name: "Microneedling session",
        prep_minutes: 30,
        treatment_minutes: 45,
        notes_minutes: 10,
        room_turnover_minutes: 15,
        device_cleaning_minutes: 20,
        qualification: "needling-face",
        prep_room_kind: "prep",
        treatment_room_kind: "treatment",
        device_kind: "pen",
      },
      {
        clinic_id: clinicId,
        id: newId(),
        kind: "consultation",
        name: "Consultation",
        prep_minutes: 5,
        treatment_minutes: 40,
        notes_minutes: 10,
        room_turnover_minutes: 5,
        device_cleaning_minutes: 0,
        qualification: "consultation",
        prep_room_kind: "treatment",
        treatment_room_kind: "treatment",
        device_kind: null,
      },
    ])
    .execute();
  return { siteId };
}
