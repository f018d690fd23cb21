import { addDays, type CalendarDate } from "@fibril/kernel";
import { fictitiousDevices } from "@fibril/protocol";
import type { Tx } from "../platform/database/database.ts";

type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat";
const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

interface DemoGround {
  readonly clinicId: string;
  readonly today: CalendarDate;
  readonly newId: () => string;
  /** Staff ids by their key. */
  readonly staffIds: ReadonlyMap<string, string>;
}

/** A second site, rooms, devices and rosters: two sites, four practitioners, four rooms, three devices. */
export async function furnishClinic(
  tx: Tx,
  ground: DemoGround,
): Promise<{ readonly siteIds: readonly [string, string] }> {
  const { clinicId, newId } = ground;
  const first = await tx.selectFrom("site").selectAll().where("clinic_id", "=", clinicId).executeTakeFirstOrThrow();
  await tx
    .updateTable("site")
    .set({ name: "Alder Lane", address: "1 Alder Lane (made up)" })
    .where("clinic_id", "=", clinicId)
    .execute();
  const second = newId();
  const quayside = {
    clinic_id: clinicId,
    id: second,
    name: "Quayside",
    time_zone: "Europe/London",
    address: "7 Quayside (made up)",
  };
  await tx.insertInto("site").values(quayside).execute();
  const late = (["tue", "wed", "thu", "fri", "sat"] as const).map((weekday) => ({
    weekday,
    from_minute: 600,
    to_minute: 1140,
  }));
  await tx
    .insertInto("site_opening")
    .values(late.map((hour) => ({ clinic_id: clinicId, site_id: second, ...hour })))
    .execute();
  await insertRooms(tx, ground, [first.id, second]);
  await insertDevices(tx, ground, [first.id, second]);
  await insertPractitioners(tx, ground, [first.id, second]);
  return { siteIds: [first.id, second] };
}

async function insertRooms(
  tx: Tx,
  { clinicId, newId }: DemoGround,
  [first, second]: readonly [string, string],
): Promise<void> {
  const room = (name: string, siteId: string, kinds: string[]) => ({
    clinic_id: clinicId,
    id: newId(),
    kind: "room" as const,
    name,
    site_id: siteId,
    kinds,
  });
  await tx
    .insertInto("resource")
    .values([
      room("Room 2", first, ["prep", "treatment"]),
      room("Quay Room", second, ["prep", "treatment"]),
      room("Harbour Room", second, ["prep", "treatment"]),
    ])
    .execute();
}

async function insertDevices(
  tx: Tx,
  { clinicId, newId, today }: DemoGround,
  [first, second]: readonly [string, string],
): Promise<void> {
  const device = (given: { name: string; serial: string; siteId: string; label: unknown; dueInDays: number }) => ({
    clinic_id: clinicId,
    id: newId(),
    kind: "device" as const,
    name: given.name,
    site_id: given.siteId,
    kinds: ["pen"],
    device: JSON.stringify({ serial: given.serial, label: given.label }),
    service_due_on: addDays(today, given.dueInDays),
  });
  const [penA, penB] = [fictitiousDevices["demo-pen-a"], fictitiousDevices["demo-pen-b"]];
  await tx
    .insertInto("resource")
    .values([
      device({ name: "Demo Pen A, no. 1", serial: "DEMO-A-0001", siteId: first, label: penA, dueInDays: 700 }),
      device({ name: "Demo Pen A, no. 2", serial: "DEMO-A-0002", siteId: second, label: penA, dueInDays: 400 }),
      device({ name: "Demo Pen B", serial: "DEMO-B-0001", siteId: first, label: penB, dueInDays: 20 }),
    ])
    .execute();
}

async function insertPractitioners(
  tx: Tx,
  ground: DemoGround,
  [first, second]: readonly [string, string],
): Promise<void> {
  const { clinicId, newId, staffIds, today } = ground;
  const rosters: readonly {
    key: string;
    name: string;
    siteId: string;
    days: readonly Weekday[];
    from: number;
    to: number;
  }[] = [
    { key: "practitioner", name: "Dr Priya Nair", siteId: first, days: weekdays, from: 540, to: 1080 },
    { key: "practitioner-2", name: "Tom Ellery, RN", siteId: first, days: ["mon", "wed", "fri"], from: 540, to: 1020 },
    {
      key: "practitioner-3",
      name: "Dr Ingrid Vos",
      siteId: second,
      days: ["tue", "wed", "thu", "fri"],
      from: 600,
      to: 1140,
    },
    {
      key: "practitioner-4",
      name: "Sade Adeyemi, RN",
      siteId: second,
      days: ["thu", "fri", "sat"],
      from: 600,
      to: 1140,
    },
  ];
  for (const { key, name, siteId, days, from, to } of rosters) {
    const id = newId();
    const staffId = staffIds.get(key);
    if (!staffId) throw new Error(`nobody called ${key} works in the demo`);
    // Made up, and plainly so: only somebody with a registration may sign a change of the clinic's rules.
    await tx
      .updateTable("staff")
      .set({ registration: `DEMO-${key.toUpperCase()}` })
      .where("clinic_id", "=", clinicId)
      .where("id", "=", staffId)
      .execute();
    await tx
      .insertInto("resource")
      .values({ clinic_id: clinicId, id, kind: "practitioner", name, staff_id: staffId })
      .execute();
    const roster = days.map((weekday) => ({
      clinic_id: clinicId,
      resource_id: id,
      site_id: siteId,
      weekday,
      from_minute: from,
      to_minute: to,
    }));
    await tx.insertInto("roster").values(roster).execute();
    const held = ["needling-face", "consultation"].map((qualification) => ({
      clinic_id: clinicId,
      id: newId(),
      resource_id: id,
      name: qualification,
      valid_to: key === "practitioner-4" ? addDays(today, 75) : null,
    }));
    await tx.insertInto("qualification").values(held).execute();
  }
}
