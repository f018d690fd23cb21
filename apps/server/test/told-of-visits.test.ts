import type { CourseView, VisitView } from "@fibril/contract";
import { addDays, calendarDate } from "@fibril/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { remindOfVisits } from "../src/workflows/remind-of-visits.ts";
import { bookCourse } from "./booked-course.ts";
import { ask, foundTestClinic, openTestWorld, type TestClinic, type TestWorld } from "./test-clinic.ts";

interface Message {
  readonly kind: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
}

let world: TestWorld;
let clinic: TestClinic;
let course: CourseView;
let round = 0;

beforeAll(async () => {
  world = await openTestWorld();
}, 120_000);
afterAll(() => world.close());

beforeEach(async () => {
  world.setNow(new Date("2027-01-06T08:00:00Z"));
  round += 1;
  clinic = await foundTestClinic(world, `heron${round}`);
  course = await bookCourse(world, clinic);
  await world.query("update patient set email = 'ama@heron.example' where id = $1", [course.patientId]);
}, 60_000);

const desk = (method: "GET" | "POST", path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);
const visit = (index: number): VisitView => {
  const { visit: found } = course.sessions[index] ?? {};
  if (!found) throw new Error(`no session ${index + 1}`);
  return found;
};
/** What is on its way or has left, the first first. */
const messages = (kind: string) =>
  world.query<Message>(
    "select kind, to_address, subject, text from message where clinic_id = $1 and kind = $2 and cancelled_at is null order by id",
    [clinic.clinicId, kind],
  );

async function placeForThird(days: number) {
  const third = visit(2);
  const from = addDays(calendarDate(third.day), days);
  const { body } = await desk("GET", `/api/visits/${third.id}/legal-starts?from=${from}&days=1`);
  const [run] = body.days[0].runs;
  const [prepRoom, treatmentRoom, device] = [run.prepRooms[0], run.treatmentRooms[0], run.devices[0]];
  const place = { day: from, start: run.from, practitioner: run.practitioner, prepRoom, treatmentRoom, device };
  return { place, version: third.version };
}

const moveThird = async (days: number) => desk("POST", `/api/visits/${visit(2).id}/moves`, await placeForThird(days));
const previewThird = async () =>
  (await desk("POST", `/api/visits/${visit(2).id}/move-previews`, await placeForThird(1))).body;

describe("a session that the desk moves", () => {
  it("is told to the patient: what it was, what it is now, and where", async () => {
    expect((await moveThird(1)).status).toBe(200);
    const [told, ...more] = await messages("visits-moved");
    expect(more).toEqual([]);
    expect(told?.to_address).toBe("ama@heron.example");
    expect(told?.text).toMatch(
      /^Your visit has a new time:\n\w{3} \d+ \w{3} 2027, \d{2}:\d{2} is now \w{3} \d+ \w{3} 2027, \d{2}:\d{2}\nWhere: Alder Lane, 1 Alder Lane \(made up\)\.\n/,
    );
  });

  it("says beforehand whether the patient will be told or must be called", async () => {
    expect((await previewThird()).isTold).toBe(true);
    await world.query("update patient set email = null where id = $1", [course.patientId]);
    expect((await previewThird()).isTold).toBe(false);
  });

  it("is not told where it is moved back before the message leaves", async () => {
    const moved = (await moveThird(1)).body as CourseView;
    const version = moved.sessions[2]?.visit?.version;
    expect((await desk("POST", `/api/visits/${visit(2).id}/move-undos`, { version })).status).toBe(200);
    expect(await messages("visits-moved")).toEqual([]);
  });

  it("is told again, the other way round, where the first message has left", async () => {
    const moved = (await moveThird(1)).body as CourseView;
    await world.query("update message set sent_at = now() where clinic_id = $1", [clinic.clinicId]);
    const version = moved.sessions[2]?.visit?.version;
    expect((await desk("POST", `/api/visits/${visit(2).id}/move-undos`, { version })).status).toBe(200);
    const [first, second] = await messages("visits-moved");
    const [, was, is] = /\n(.*) is now (.*)\n/.exec(first?.text ?? "") ?? [];
    expect(second?.text).toContain(`\n${is} is now ${was}\n`);
  });
});

describe("a visit that is cancelled", () => {
  it("is told to the patient, without the reason that the clinic wrote down", async () => {
    const body = { version: visit(0).version, state: "cancelled", cancelledBy: "clinic", reason: "device recalled" };
    expect((await desk("POST", `/api/visits/${visit(0).id}/state`, body)).status).toBe(200);
    const [told, ...more] = await messages("visits-cancelled");
    expect(more).toEqual([]);
    expect(told?.subject).toMatch(/^Cancelled: your visit at /);
    expect(told?.text).toMatch(
      /^We had to cancel a visit of yours:\n\w{3} \d+ Jan 2027, \d{2}:\d{2}, Alder Lane, 1 Alder Lane \(made up\)\n\nIf .*call us: 020 7946 0000\.$/s,
    );
    expect(told?.text).not.toContain("recalled");
  });

  it("is told after the move that came just before it, never ahead of it", async () => {
    const moved = (await moveThird(1)).body as CourseView;
    world.setNow(new Date("2027-01-06T08:01:00Z"));
    const version = moved.sessions[2]?.visit?.version;
    const body = { version, state: "cancelled", cancelledBy: "patient", reason: "on holiday" };
    expect((await desk("POST", `/api/visits/${visit(2).id}/state`, body)).status).toBe(200);
    const leaving = await world.query<Message>(
      "select kind from message where clinic_id = $1 and kind like 'visits-%' and cancelled_at is null order by due_at",
      [clinic.clinicId],
    );
    expect(leaving.map(({ kind }) => kind)).toEqual(["visits-moved", "visits-cancelled"]);
  });

  it("is told as their own wish where it was", async () => {
    const body = { version: visit(0).version, state: "cancelled", cancelledBy: "patient", reason: "on holiday" };
    await desk("POST", `/api/visits/${visit(0).id}/state`, body);
    expect((await messages("visits-cancelled"))[0]?.text).toMatch(/^As you asked, your visit is cancelled:\n/);
  });

  it("is told with all the others in one message where the course ends early", async () => {
    const answer = await ask(world, clinic.tokens.practitioner, "POST", `/api/courses/${course.id}/abandonment`, {
      version: course.version,
      reason: "moved abroad",
    });
    expect(answer.status).toBe(200);
    const [told, ...more] = await messages("visits-cancelled");
    expect(more).toEqual([]);
    expect(told?.text).toMatch(/^Your course has ended early, so these visits will not take place:\n(.+\n){3}\n/);
    expect(told?.text).not.toContain("abroad");
  });

  it("is not written to somebody who stands at the desk", async () => {
    const at = `/api/visits/${visit(0).id}/state`;
    await desk("POST", at, { version: visit(0).version, state: "arrived", cancelledBy: null, reason: null });
    const cancel = {
      version: visit(0).version + 1,
      state: "cancelled",
      cancelledBy: "patient",
      reason: "changed mind",
    };
    expect((await desk("POST", at, cancel)).status).toBe(200);
    expect(await messages("visits-cancelled")).toEqual([]);
  });
});

describe("two days before a visit", () => {
  const startsAt = (one: VisitView) => Date.parse(`${one.day}T${one.start}:00Z`);
  const remindAt = (one: VisitView, hoursBefore: number) =>
    remindOfVisits.run(world.app.services, new Date(startsAt(one) - hoursBefore * 3_600_000));

  it("the patient is reminded once of when, where and with whom it is", async () => {
    const second = visit(1);
    await remindAt(second, 48.1);
    expect(await messages("reminder")).toEqual([]);
    await remindAt(second, 48);
    await remindAt(second, 47);
    const [told, ...more] = await messages("reminder");
    expect(more).toEqual([]);
    expect(told?.text).toMatch(
      /^Your session 2 is on \w{3} \d+ \w{3} 2027, \d{2}:\d{2} with .+\.\nWhere: Alder Lane, 1 Alder Lane \(made up\)\.\n\nHow to prepare .*http:\/\/clinic\.test\/my\. .*call us: 020 7946 0000\.$/,
    );
  });

  it("nobody is reminded of a visit that was cancelled or that is over", async () => {
    const second = visit(1);
    const body = { version: second.version, state: "cancelled", cancelledBy: "patient", reason: "on holiday" };
    await desk("POST", `/api/visits/${second.id}/state`, body);
    await remindAt(second, 24);
    await remindAt(visit(2), -1);
    expect(await messages("reminder")).toEqual([]);
  });

  it("whoever booked or moved it less than three days ahead is not told again", async () => {
    world.setNow(new Date(startsAt(visit(2)) - 71 * 3_600_000));
    expect((await moveThird(0)).status).toBe(200);
    await remindAt(visit(2), 40);
    expect(await messages("reminder")).toEqual([]);
  });

  it("a minor's guardian is reminded too, and that a grown-up has to come", async () => {
    const { patientId } = course;
    await world.query("update patient set birth_date = '2010-05-05' where id = $1", [patientId]);
    const mother = {
      name: "Efua",
      relationship: "mother",
      phone: null,
      email: "efua@heron.example",
      identityChecked: null,
    };
    expect((await desk("POST", `/api/patients/${patientId}/guardians`, mother)).status).toBe(201);
    await remindAt(visit(1), 48);
    const told = await messages("reminder");
    expect(told.map(({ to_address }) => to_address)).toEqual(["ama@heron.example", "efua@heron.example"]);
    for (const { text } of told) expect(text).toContain("\nA parent or guardian has to come too.\n");
  });

  it("nobody is written to who asked to be reached by telephone or not at all", async () => {
    for (const wish of ["phone", "none"]) {
      await world.query("update patient set preferred_contact = $2 where id = $1", [course.patientId, wish]);
      await remindAt(visit(1), 48);
      expect(await messages("reminder"), wish).toEqual([]);
      expect((await previewThird()).isTold, wish).toBe(false);
    }
    await world.query("update patient set preferred_contact = 'email' where id = $1", [course.patientId]);
    await remindAt(visit(1), 48);
    expect(await messages("reminder")).toHaveLength(1);
  });

  it("the reminder is in the audit", async () => {
    await remindAt(visit(1), 48);
    const events = await world.query(
      "select 1 from audit_event where clinic_id = $1 and action = 'reminded' and noun = 'visit' and subject_id = $2",
      [clinic.clinicId, visit(1).id],
    );
    expect(events).toHaveLength(1);
  });
});
