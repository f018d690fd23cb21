import { addDays, calendarDate } from "@fibril/kernel";
import { checkInCards } from "@fibril/recovery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patientSteps } from "./patient-steps.ts";
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
let other: TestClinic;
let steps: ReturnType<typeof patientSteps>;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
  other = await foundTestClinic(world, "otter");
  steps = patientSteps(world, clinic);
}, 120_000);
afterAll(() => world.close());

describe("a minor who gets numbing cream", () => {
  it("can be signed once the weight is known, with the day it was measured", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await steps.register({ birthDate: "2010-06-01" });
    const path = `/api/patients/${patientId}`;
    await steps.treats("PUT", `${path}/consultation`, fullConsultation());
    const guardian = { name: "Ruth", relationship: "mother", phone: null, email: null, identityChecked: "Passport" };
    const { id: guardianId } = (await steps.desk("POST", `${path}/guardians`, guardian)).body;
    const opinion = { name: "Dr A. Example", registration: "0000000", opinion: "May be treated.", on: "2027-01-05" };
    const override = { decision: "override", reason: "Scars weigh on the patient", outsideOpinion: opinion };
    expect((await steps.decide(patientId, override)).body).toMatchObject({ permits: true });
    await steps.consentTo(patientId, "treatment", { signer: "guardian", guardianId, signerName: "Ruth" });
    await steps.consentTo(patientId, "assent");
    const { visit } = (await steps.bookCourse(patientId)).sessions[0];
    await steps.arrive(visit);
    await steps.meetPreconditions(patientId);
    const session = (await steps.start(visit)).body;
    const drawn = await steps.wholeFace(visit, 31);
    const needed = (await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record: drawn })).body.gaps;
    const reasons = Object.fromEntries(
      needed.flatMap(({ finding }: { finding: string | null }) =>
        finding === null ? [] : [[finding, "Seen with Dr Example"]],
      ),
    );
    const record = { ...drawn, reasons };
    const saved = (await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 2, record })).body;
    expect(saved.weight).toBeNull();
    expect(saved.gaps.map(({ words }: { words: string }) => words)).toEqual(["A minor's weight is needed."]);
    const sign = () => steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 3 });
    expect((await sign()).status).toBe(422);

    const weigh = (body: unknown) => steps.treats("POST", `${path}/weights`, body);
    expect((await weigh({ weightKg: 52.5, measuredOn: addDays(calendarDate(visit.day), 1) })).body.issues).toEqual([
      { path: "measuredOn", message: "is in the future" },
    ]);
    expect((await weigh({ weightKg: 0.5, measuredOn: visit.day })).status).toBe(422);
    expect((await weigh({ weightKg: 52.5, measuredOn: "2027-01-06" })).status).toBe(201);
    expect((await steps.treats("GET", `/api/sessions/${session.id}`)).body).toMatchObject({
      gaps: [],
      weight: { weightKg: 52.5, measuredOn: "2027-01-06", recordedBy: "practitioner heron" },
    });
    expect((await sign()).body).toMatchObject({ state: "signed", signed: { intact: true } });
  });

  it("has every weight kept, the newest first, and shown to no other clinic", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await steps.register({ birthDate: "2011-06-01" });
    for (const [weightKg, measuredOn] of [
      [49, "2026-06-01"],
      [52.5, "2027-01-06"],
      [50.1, "2026-12-01"],
    ])
      await steps.treats("POST", `/api/patients/${patientId}/weights`, { weightKg, measuredOn });
    const { weights } = (await steps.treats("GET", `/api/patients/${patientId}/weights`)).body;
    expect(weights.map(({ weightKg }: { weightKg: number }) => weightKg)).toEqual([52.5, 50.1, 49]);
    const theirs = await ask(world, other.tokens.practitioner, "GET", `/api/patients/${patientId}/weights`);
    expect(theirs.status).toBe(404);
    await expect(world.query("update body_weight set weight_kg = 1")).rejects.toThrow(/never changed/);
  });
});

describe("a course's plan by zone", () => {
  it("is set within the limits, stands in the session as proposed, and goes with its signature", async () => {
    const patientId = await steps.readyPatient();
    const course = await steps.bookCourse(patientId);
    const path = `/api/courses/${course.id}/depth-plan`;
    const zone = (name: string, depthMm: number, reason = "") => ({ zone: name, depthMm, passes: 4, reason });
    const put = (version: number, zones: unknown) => steps.treats("PUT", path, { version, zones });
    const tooDeep = await put(1, [zone("cheek-left", 2.9, "Deep scars")]);
    expect(tooDeep.status).toBe(422);
    expect(tooDeep.body.issues[0].path).toBe("zones.0.depthMm");
    expect((await put(1, [zone("forehead-left", 1.05)])).body.issues[0].path).toBe("zones.0.reason");
    const planned = await put(1, [zone("cheek-left", 0.75), zone("chin", 0.5)]);
    expect(planned.body).toMatchObject({ plannedBy: "practitioner heron", version: 2 });
    expect(planned.body.devices.length).toBeGreaterThan(0);
    expect((await put(1, [])).body.code).toBe("stale-version");
    expect((await ask(world, other.tokens.practitioner, "GET", path)).status).toBe(404);

    const { visit } = course.sessions[0];
    await steps.arrive(visit);
    const session = (await steps.start(visit)).body;
    expect(session.plan).toEqual([zone("cheek-left", 0.75), zone("chin", 0.5)]);
    expect(session.record.zones).toMatchObject([
      { zone: "cheek-left", state: "proposed", depthMm: 0.75, passes: 4, endPoint: null },
      { zone: "chin", state: "proposed", depthMm: 0.5, passes: 4, endPoint: null },
    ]);
    const whole = await steps.wholeFace(visit, 41);
    const [first] = whole.zones;
    const zones = [
      { ...first, zone: "cheek-left", depthMm: 0.85, endPoint: "erythema" },
      { ...first, zone: "chin", depthMm: 0.4, endPoint: "erythema" },
    ];
    const saved = await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record: { ...whole, zones } });
    expect(saved.body.gaps.map(({ finding }: { finding: string }) => finding)).toEqual(["plan.deeper@cheek-left"]);
    const reasons = { ...whole.reasons, "plan.deeper@cheek-left": "No redness at 0.75 mm" };
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 2, record: { ...whole, zones, reasons } });
    expect(
      (await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 3 })).body.signed.intact,
    ).toBe(true);

    // A later plan is for later sessions: what stood on the day stays with the day.
    const { version } = (await steps.treats("GET", path)).body;
    expect((await put(version, [])).body.zones).toEqual([]);
    const after = (await steps.treats("GET", `/api/sessions/${session.id}`)).body;
    expect([after.plan.length, after.signed.intact]).toEqual([2, true]);
    await world.query("alter table session_record disable trigger lock_signed");
    await world.query("update session_record set depth_plan = '[]' where id = $1", [session.id]);
    await world.query("alter table session_record enable trigger lock_signed");
    expect((await steps.treats("GET", `/api/sessions/${session.id}`)).body.signed.intact).toBe(false);
  });
});

describe("a session while the patient's red flag is open", () => {
  it("does not start until who looked and what was decided is written down", async () => {
    const patientId = await steps.readyPatient();
    const { sessions } = await steps.bookCourse(patientId);
    const [one, two] = sessions.map(({ visit }: { visit: never }) => visit);
    await steps.arrive(one);
    const session = (await steps.start(one)).body;
    await steps.treats("PUT", `/api/sessions/${session.id}`, { version: 1, record: await steps.wholeFace(one, 51) });
    await steps.treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 });
    const day = calendarDate((one as { day: string }).day);
    world.setNow(new Date(`${addDays(day, 3)}T10:00:00Z`));
    const { checkIns } = (await steps.treats("GET", `/api/patients/${patientId}/check-ins`)).body;
    const usual = checkInCards(3).flatMap(({ questions }) =>
      questions.map(({ sign, options }) => [sign, options[0]?.value]),
    );
    const answers = { ...Object.fromEntries(usual), spreadingRedness: "yes", fever: "yes" };
    const url = `/api/patients/${patientId}/check-ins/${checkIns[1].id}/answers`;
    await steps.treats("POST", url, { version: 1, answers });
    const task = (await steps.treats("GET", "/api/tasks")).body.tasks.find(
      (each: { patientId: string }) => each.patientId === patientId,
    );
    expect(task.summary).toBe("Fever or shivering: Yes. Redness that spreads: Yes.");

    await steps.arrive(two);
    const refused = await steps.start(two);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toMatch(
      /^A red flag of this patient is open: Fever or shivering: Yes\. Redness that spreads: Yes\. \(same day, since \w{3} \d{1,2} \w{3} 2027, 10:00\) Write down who looked at it and what was decided\.$/,
    );
    expect(refused.body.current.redFlags).toMatchObject([{ id: task.id }]);
    const empty = await steps.start(two, { redFlag: { lookedAtBy: "", decision: "" } });
    expect(empty.status).toBe(422);
    const redFlag = { lookedAtBy: "Dr Gray", decision: "Settled, culture negative; treat today" };
    const consultation = `/api/patients/${patientId}/consultation`;
    const pregnant = fullConsultation({ pregnancy: { answer: "yes" } });
    await steps.treats("PUT", consultation, { ...pregnant, version: 2 });
    expect((await steps.start(two, { redFlag })).body.current.verdict).toBe("defer");
    const stillOpen = "select 1 from task where patient_id = $1 and acknowledged_at is null";
    expect(await world.query(stillOpen, [patientId])).toHaveLength(1);
    await steps.treats("PUT", consultation, { ...fullConsultation(), version: 3 });
    expect((await steps.start(two, { redFlag })).status).toBe(201);
    const closed = (await steps.treats("GET", "/api/tasks")).body.tasks.find(
      (each: { id: string }) => each.id === task.id,
    );
    expect(closed.acknowledged).toMatchObject({
      by: "practitioner heron",
      note: "Before the session, looked at by Dr Gray: Settled, culture negative; treat today",
    });
  });
});
