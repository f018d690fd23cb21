import type { CourseView } from "@fibril/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recallForMaintenance } from "../src/workflows/recall-due.ts";
import { bookCourse } from "./booked-course.ts";
import {
  ask,
  foundTestClinic,
  fullConsultation,
  openTestWorld,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  course = await bookCourse(world, clinic, clinic.ownPatientId);
  await world.query("update patient set email = 'recalled@home.example'");
}, 120_000);
afterAll(() => world.close());

const onDay = async (day: string) => {
  const now = new Date(`${day}T09:00:00Z`);
  world.setNow(now);
  await recallForMaintenance.run(world.app.services, now);
};
const recalls = () =>
  world.query<{ to_address: string; text: string }>("select to_address, text from message where kind = 'maintenance'");

/** As if the last session had been signed on 31 August 2026. */
const complete = async () => {
  await world.query("update course set state = 'completed' where id = $1", [course.id]);
  await world.query(
    `insert into session_record (clinic_id, id, patient_id, course_id, visit_id, ordinal, state, performed_on, record, screening,
       started_by, started_at, signed_by, signer_name, signed_at, content_sha256)
     select clinic_id, gen_random_uuid(), patient_id, course_id, id, 3, 'signed', '2026-08-31', '{}', '{}',
       gen_random_uuid(), now(), gen_random_uuid(), 'Dr Test', now(), 'x'
     from visit where course_id = $1 and ordinal = 3`,
    [course.id],
  );
};

describe("the recall for maintenance", () => {
  it("is sent for no course that goes on", async () => {
    await onDay("2027-03-01");
    expect(await recalls()).toEqual([]);
  });

  it("opens six months after the last session and not a day earlier, once", async () => {
    await complete();
    await onDay("2027-02-27");
    expect(await recalls()).toEqual([]);
    await onDay("2027-02-28");
    await onDay("2027-03-05");
    const sent = await recalls();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain("Mon 31 Aug 2026");
    expect(sent[0]?.text).toContain("Sun 28 Feb 2027 and Tue 31 Aug 2027");
  });

  it("is not sent to somebody who said no", async () => {
    await world.query("delete from message where kind = 'maintenance'");
    const { version } =
      (await world.query<{ version: number }>("select version from course where id = $1", [course.id]))[0] ?? {};
    const declined = await ask(
      world,
      clinic.tokens.practitioner,
      "POST",
      `/api/courses/${course.id}/maintenance-declined`,
      {
        version,
      },
    );
    expect(declined.status).toBe(200);
    await onDay("2027-03-06");
    expect(await recalls()).toEqual([]);
  });

  const decideMyself = (path = "") =>
    ask(world, clinic.tokens.patient, "POST", `/api/my/courses/${course.id}/maintenance-declined${path}`);

  it("is declined by the patient with one tap, said twice as once, and taken back by the end of the next day", async () => {
    await world.query("update course set maintenance_declined_on = null where id = $1", [course.id]);
    world.setNow(new Date("2027-03-07T09:00:00Z"));
    const first = await decideMyself();
    expect([first.status, first.body.maintenance.state, first.body.maintenance.declinedOn]).toEqual([
      200,
      "declined",
      "2027-03-07",
    ]);
    const again = await decideMyself();
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    await onDay("2027-03-08");
    expect(await recalls()).toEqual([]);
    expect((await decideMyself("/undo")).body.maintenance).toMatchObject({ state: "due", declinedOn: null });
    await onDay("2027-03-09");
    expect(await recalls()).toHaveLength(1);
    await decideMyself();
    world.setNow(new Date("2027-03-11T09:00:00Z"));
    expect((await decideMyself("/undo")).status).toBe(409);
  });

  it("stops on a contraindication that became known after the course", async () => {
    await world.query("update course set maintenance_declined_on = null where id = $1", [course.id]);
    await world.query("delete from message where kind = 'maintenance'");
    const path = `/api/patients/${clinic.ownPatientId}/consultation`;
    const changed = fullConsultation({ isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2027-02-20" } });
    const kept = await ask(world, clinic.tokens.practitioner, "PUT", path, { ...changed, version: 2 });
    expect(kept.body).toMatchObject({ version: 3 });
    await onDay("2027-03-12");
    expect(await recalls()).toEqual([]);
  });
});
