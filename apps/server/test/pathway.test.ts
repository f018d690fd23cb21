import { addDays, calendarDate, daysBetween } from "@fibril/kernel";
import { checkInCards } from "@fibril/recovery";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoRecord } from "../src/demo/demo-record.ts";
import {
  ask,
  foundTestClinic,
  fullConsultation,
  openTestWorld,
  registration,
  type TestClinic,
  type TestWorld,
} from "./test-clinic.ts";

let world: TestWorld;
let clinic: TestClinic;

beforeAll(async () => {
  world = await openTestWorld();
  clinic = await foundTestClinic(world, "heron");
}, 120_000);
afterAll(() => world.close());

const treats = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens.practitioner, method, path, body);
const desk = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
  ask(world, clinic.tokens["front-desk"], method, path, body);

async function register(more: Record<string, unknown> = {}): Promise<string> {
  return (await desk("POST", "/api/patients", { ...registration, ...more })).body.id;
}

async function decide(patientId: string, more: Record<string, unknown> = {}) {
  const view = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
  const agree = { decision: "agree", reason: "", outsideOpinion: null };
  const shown = { consultationVersion: view.consultationVersion, verdictShown: view.outcome?.verdict ?? "incomplete" };
  return treats("POST", `/api/patients/${patientId}/suitability/decisions`, { ...shown, ...agree, ...more });
}

async function consentTo(patientId: string, kind: string, more: Record<string, unknown> = {}) {
  const { texts } = (await treats("GET", `/api/patients/${patientId}/consents`)).body;
  const text = texts.find((one: { kind: string }) => one.kind === kind);
  const answers = Object.fromEntries(
    text.fields
      .filter((field: { required: boolean }) => field.required)
      .map((field: { key: string }) => [field.key, "yes"]),
  );
  return treats("POST", `/api/patients/${patientId}/consents`, {
    textId: text.id,
    textSha256: text.sha256,
    answers,
    purposes: kind === "photographs" ? ["record", "teaching"] : [],
    signer: "patient",
    guardianId: null,
    signerName: "Ama Okafor",
    signature: { kind: "typed", name: "Ama Okafor" },
    deviceTime: "2027-01-06T08:00:00Z",
    ...more,
  });
}

const gapDays = { min: 28, max: 42, target: 35 };
const wish = () => ({
  siteId: clinic.siteId,
  sessions: 3,
  gapDays,
  earliest: "2027-01-07",
  latest: "2027-01-20",
  weekdays: null,
  blockedDays: [],
  preferred: [],
  practitionerId: null,
});

async function suggest(patientId: string) {
  return desk("POST", `/api/patients/${patientId}/course-suggestions`, wish());
}

interface Suggested {
  readonly sessions: readonly { readonly end: string; readonly practitionerName: string; readonly roomName: string }[];
}

function placesOf({ sessions }: Suggested) {
  return sessions.map(({ end: _end, practitionerName: _name, roomName: _room, ...place }) => place);
}

async function bookable(): Promise<string> {
  const patientId = await register();
  await treats("PUT", `/api/patients/${patientId}/consultation`, fullConsultation());
  await decide(patientId);
  return patientId;
}

describe("from the first question to the measured result", () => {
  it("goes the whole way, and nowhere out of order", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await register();
    const path = `/api/patients/${patientId}`;
    expect((await suggest(patientId)).body.detail).toBe("No practitioner has signed a decision on suitability yet.");
    await treats("PUT", `${path}/consultation`, fullConsultation());
    expect((await decide(patientId)).body).toMatchObject({
      permits: true,
      decision: "agree",
      outcome: { verdict: "suitable", ruleSet: { id: "founding" } },
    });
    const { courses } = (await suggest(patientId)).body;
    expect(courses).toHaveLength(5);
    const booked = await desk("POST", `${path}/courses`, {
      siteId: clinic.siteId,
      gapDays,
      sessions: placesOf(courses[0]),
    });
    expect(booked.status).toBe(201);
    expect(booked.body.sessions).toHaveLength(3);
    const [first] = booked.body.sessions;
    const claims = await world.query("select 1 from claim where visit_id = $1", [first.visit.id]);
    expect(claims).toHaveLength(4);

    world.setNow(new Date(`${first.visit.day}T09:00:00Z`));
    const start = () => treats("POST", `/api/visits/${first.visit.id}/session`, { changed: "no", note: "" });
    expect((await start()).body.detail).toBe("The patient has not been marked as arrived.");
    await desk("POST", `/api/visits/${first.visit.id}/state`, {
      version: 1,
      state: "arrived",
      cancelledBy: null,
      reason: null,
    });
    expect((await start()).body.detail).toBe("Consent is not in force.");
    expect((await consentTo(patientId, "treatment", { answers: { read: "yes" } })).status).toBe(422);
    expect((await consentTo(patientId, "treatment")).status).toBe(201);
    const session = (await start()).body;
    expect(session).toMatchObject({ state: "draft", ordinal: 1 });
    const early = await treats("POST", `/api/sessions/${session.id}/signature`, { version: 1 });
    expect(early.status).toBe(422);
    expect(early.body.issues.map((issue: { path: string }) => issue.path)).toContain("record.cartridges");

    const { devices } = (await treats("GET", "/api/devices")).body;
    const device = devices.find((one: { id: string }) => one.id === first.visit.deviceId);
    const record = demoRecord({
      device,
      today: calendarDate(first.visit.day),
      startMinute: 560,
      serial: 7,
      ordinal: 1,
      painScore: 3,
      stoppedEarly: "no",
    });
    const saved = (await treats("PUT", `/api/sessions/${session.id}`, { version: 1, record })).body;
    expect(saved.gaps).toEqual([]);
    const signed = (await treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 })).body;
    expect(signed).toMatchObject({ state: "signed", signed: { intact: true } });
    expect((await treats("PUT", `/api/sessions/${session.id}`, { version: 3, record })).status).toBe(409);
    await expect(world.query("update session_record set record = '{}' where id = $1", [session.id])).rejects.toThrow(
      /locked/,
    );

    const amended = (
      await treats("POST", `/api/sessions/${session.id}/amendments`, {
        record: { ...record, painScore: 5 },
        reason: "Typed the wrong score",
      })
    ).body;
    expect(amended.amendments).toMatchObject([
      { before: { painScore: 3 }, after: { painScore: 5 }, reason: "Typed the wrong score" },
    ]);

    const { plans } = (await treats("GET", `${path}/aftercare`)).body;
    expect(plans[0].days[0].instructions.length).toBeGreaterThan(3);
    const { checkIns } = (await treats("GET", `${path}/check-ins`)).body;
    expect(checkIns.map((one: { daySinceSession: number }) => one.daySinceSession)).toEqual([1, 3, 7, 28]);

    world.setNow(new Date(`${addDays(calendarDate(first.visit.day), 3)}T10:00:00Z`));
    const usual = Object.fromEntries(
      checkInCards(3).flatMap(({ questions }) => questions.map(({ sign, options }) => [sign, options[0]?.value])),
    );
    const answers = { ...usual, spreadingRedness: "yes", fever: "yes" };
    const checkIn = (await treats("POST", `${path}/check-ins/${checkIns[1].id}/answers`, { version: 1, answers })).body;
    expect(checkIn.urgency).toBe("same-day");
    const [task] = (await treats("GET", "/api/tasks")).body.tasks;
    expect(task).toMatchObject({ patientId, urgency: "same-day", acknowledged: null });
    expect(Date.parse(task.dueAt) - Date.parse(task.raisedAt)).toBe(2 * 3_600_000);
    world.setNow(new Date(Date.parse(task.dueAt) + 60_000));
    const { escalateTasks } = await import("../src/workflows/escalate-tasks.ts");
    await escalateTasks.run(world.app.services, new Date(Date.parse(task.dueAt) + 60_000));
    const toOwner = await world.query<{ to_address: string }>(
      "select to_address from message where kind = 'escalation'",
    );
    expect(toOwner).toEqual([{ to_address: clinic.emailOf("owner") }]);
    const done = await treats("POST", `/api/tasks/${task.id}/acknowledgement`, {
      version: 1,
      note: "Seen, antibiotics by GP",
    });
    expect(done.body.acknowledged.by).toBe("practitioner heron");
  });
});

describe("suitability", () => {
  it("keeps a deferred patient out until the day that it names", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await register();
    const answers = { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: "2026-07-12" } };
    await treats("PUT", `/api/patients/${patientId}/consultation`, fullConsultation(answers));
    expect((await decide(patientId)).body).toMatchObject({ permits: false, bookableFrom: "2027-01-12" });
    const { courses } = (await suggest(patientId)).body;
    expect(
      courses.every((course: { sessions: { day: string }[] }) => (course.sessions[0]?.day ?? "") >= "2027-01-12"),
    ).toBe(true);
    const early = placesOf(courses[0]).map((place, index) => (index === 0 ? { ...place, day: "2027-01-11" } : place));
    const refused = await desk("POST", `/api/patients/${patientId}/courses`, {
      siteId: clinic.siteId,
      gapDays,
      sessions: early,
    });
    expect(refused.body.issues[0]).toEqual({
      path: "sessions.0.day",
      message: "is before 2027-01-12, when treatment may begin",
    });
  });
  it("is never overridden where it says do not treat", async () => {
    const patientId = await register();
    await treats(
      "PUT",
      `/api/patients/${patientId}/consultation`,
      fullConsultation({ metalAllergy: { answer: "yes" } }),
    );
    const override = { decision: "override", reason: "The patient insists on it today", outsideOpinion: null };
    expect((await decide(patientId, override)).body.issues).toEqual([
      { path: "decision", message: "allergy.metal is never overridden" },
    ]);
  });
  it("needs a prescriber's written opinion where a prescriber decides", async () => {
    const patientId = await register();
    await treats(
      "PUT",
      `/api/patients/${patientId}/consultation`,
      fullConsultation({ sarcoidosis: { answer: "yes" } }),
    );
    const override = { decision: "override", reason: "Dermatologist agrees in writing", outsideOpinion: null };
    expect((await decide(patientId, override)).body.issues).toEqual([
      { path: "outsideOpinion", message: "a prescriber's written opinion is needed" },
    ]);
    const outsideOpinion = {
      name: "Dr A. Example",
      registration: "0000000",
      opinion: "May be treated.",
      on: "2027-01-05",
    };
    expect((await decide(patientId, { ...override, outsideOpinion })).body).toMatchObject({
      permits: true,
      decision: "override",
    });
  });
  it("holds a session back while a precondition is open", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await register();
    await treats(
      "PUT",
      `/api/patients/${patientId}/consultation`,
      fullConsultation({ herpesHistory: { answer: "yes" } }),
    );
    await decide(patientId);
    await consentTo(patientId, "treatment");
    const { courses } = (await suggest(patientId)).body;
    const booked = (
      await desk("POST", `/api/patients/${patientId}/courses`, {
        siteId: clinic.siteId,
        gapDays,
        sessions: placesOf(courses[0]),
      })
    ).body;
    const visit = booked.sessions[0].visit;
    world.setNow(new Date(`${visit.day}T09:00:00Z`));
    await desk("POST", `/api/visits/${visit.id}/state`, {
      version: 1,
      state: "arrived",
      cancelledBy: null,
      reason: null,
    });
    const start = () => treats("POST", `/api/visits/${visit.id}/session`, { changed: "no", note: "" });
    expect((await start()).body.detail).toMatch(/^Not recorded as met/);
    const { decision, preconditions } = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
    for (const { rule, text } of preconditions) {
      await treats("POST", `/api/patients/${patientId}/suitability/preconditions`, {
        decisionId: decision.id,
        rule,
        text,
        note: "Valaciclovir prescribed by Dr Example",
      });
    }
    expect((await start()).status).toBe(201);
  });
});

describe("what a patient says after the decision was signed", () => {
  async function arrivedPatient(): Promise<{ readonly patientId: string; readonly visitId: string }> {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await bookable();
    await consentTo(patientId, "treatment");
    const { courses } = (await suggest(patientId)).body;
    const sessions = placesOf(courses[0]);
    const booked = (
      await desk("POST", `/api/patients/${patientId}/courses`, { siteId: clinic.siteId, gapDays, sessions })
    ).body;
    const { visit } = booked.sessions[0];
    world.setNow(new Date(`${visit.day}T09:00:00Z`));
    await desk("POST", `/api/visits/${visit.id}/state`, {
      version: 1,
      state: "arrived",
      cancelledBy: null,
      reason: null,
    });
    return { patientId, visitId: visit.id };
  }

  it("holds the session back for its precondition, though the signed decision knew of none", async () => {
    const { patientId, visitId } = await arrivedPatient();
    const changed = { ...fullConsultation({ herpesHistory: { answer: "yes" } }), version: 2 };
    expect((await treats("PUT", `/api/patients/${patientId}/consultation`, changed)).status).toBe(200);
    const start = () => treats("POST", `/api/visits/${visitId}/session`, { changed: "yes", note: "Gets cold sores" });
    const refused = await start();
    expect({ status: refused.status, detail: refused.body.detail }).toEqual({
      status: 409,
      detail: expect.stringMatching(/^Not recorded as met/),
    });
    const { decision, preconditions } = (await treats("GET", `/api/patients/${patientId}/suitability`)).body;
    expect(preconditions).toHaveLength(1);
    for (const { rule, text } of preconditions) {
      const met = { decisionId: decision.id, rule, text, note: "Valaciclovir prescribed by Dr Example" };
      expect((await treats("POST", `/api/patients/${patientId}/suitability/preconditions`, met)).status).toBe(201);
    }
    expect((await start()).status).toBe(201);
  });

  it("holds the session back altogether where today's verdict is no longer treatable", async () => {
    const { patientId, visitId } = await arrivedPatient();
    const changed = { ...fullConsultation({ pregnancy: { answer: "yes" } }), version: 2 };
    await treats("PUT", `/api/patients/${patientId}/consultation`, changed);
    const refused = await treats("POST", `/api/visits/${visitId}/session`, { changed: "yes", note: "Pregnant" });
    expect({ status: refused.status, verdict: refused.body.current.verdict }).toEqual({
      status: 409,
      verdict: "defer",
    });
  });
});

describe("a red flag that the patient reports at home", () => {
  it("is kept, raises a task, and tells the patient how soon somebody looks, without naming a cause", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const path = `/api/patients/${clinic.ownPatientId}`;
    await treats("PUT", `${path}/consultation`, fullConsultation());
    await decide(clinic.ownPatientId);
    await consentTo(clinic.ownPatientId, "treatment");
    const { courses } = (await suggest(clinic.ownPatientId)).body;
    const places = { siteId: clinic.siteId, gapDays, sessions: placesOf(courses[0]) };
    const { visit } = (await desk("POST", `${path}/courses`, places)).body.sessions[0];
    world.setNow(new Date(`${visit.day}T09:00:00Z`));
    await desk("POST", `/api/visits/${visit.id}/state`, {
      version: 1,
      state: "arrived",
      cancelledBy: null,
      reason: null,
    });
    const session = (await treats("POST", `/api/visits/${visit.id}/session`, { changed: "no", note: "" })).body;
    const { devices } = (await treats("GET", "/api/devices")).body;
    const device = devices.find((one: { id: string }) => one.id === visit.deviceId);
    const today = calendarDate(visit.day);
    const record = demoRecord({
      device,
      today,
      startMinute: 560,
      serial: 99,
      ordinal: 1,
      painScore: 2,
      stoppedEarly: "no",
    });
    await treats("PUT", `/api/sessions/${session.id}`, { version: 1, record });
    expect((await treats("POST", `/api/sessions/${session.id}/signature`, { version: 2 })).status).toBe(200);

    world.setNow(new Date(`${addDays(today, 1)}T10:00:00Z`));
    const own = (method: "GET" | "POST", url: string, body?: unknown) =>
      ask(world, clinic.tokens.patient, method, url, body);
    const [first] = (await own("GET", "/api/my/check-ins")).body.checkIns;
    const usual = checkInCards(1).flatMap(({ questions }) =>
      questions.map(({ sign, options }) => [sign, options[0]?.value]),
    );
    const answers = { ...Object.fromEntries(usual), lipOrTongueSwelling: "yes" };
    const answered = await own("POST", `/api/my/check-ins/${first.id}/answers`, { version: 1, answers });
    expect(answered.body).toMatchObject({
      urgency: "emergency",
      advice: expect.stringMatching(/emergency services now/),
    });
    expect(answered.body.rows).toBeUndefined();
    const { tasks } = (await treats("GET", "/api/tasks")).body;
    const task = tasks.find((one: { patientId: string }) => one.patientId === clinic.ownPatientId);
    expect(Date.parse(task.dueAt) - Date.parse(task.raisedAt)).toBe(15 * 60_000);

    const lookedAt = async () => (await own("GET", "/api/my/check-ins")).body.checkIns[0].lookedAt;
    expect(await lookedAt()).toBeNull();
    world.setNow(new Date(`${addDays(today, 1)}T10:04:00Z`));
    const look = { version: task.version, note: "Called an ambulance with her" };
    expect((await treats("POST", `/api/tasks/${task.id}/acknowledgement`, look)).status).toBe(200);
    expect(await lookedAt()).toEqual({ by: "practitioner heron", at: `${addDays(today, 1)}T10:04:00.000Z` });
  });
});

describe("consent", () => {
  it("of a minor is the guardian's, whose identity was checked, and the minor's own assent", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patientId = await register({ birthDate: "2010-06-01" });
    const own = await consentTo(patientId, "treatment");
    expect(own.body.issues).toEqual([{ path: "signer", message: "has to be the guardian" }]);
    const guardian = { name: "Ruth", relationship: "mother", phone: null, email: null, identityChecked: null };
    const { id: guardianId } = (await desk("POST", `/api/patients/${patientId}/guardians`, guardian)).body;
    const asGuardian = { signer: "guardian", guardianId, signerName: "Ruth" };
    expect((await consentTo(patientId, "treatment", asGuardian)).body.issues[0].message).toBe(
      "their identity was not checked yet",
    );
    await desk("PUT", `/api/patients/${patientId}/guardians/${guardianId}`, {
      ...guardian,
      identityChecked: "Passport",
      version: 1,
    });
    expect((await consentTo(patientId, "treatment", asGuardian)).status).toBe(201);
    expect((await treats("GET", `/api/patients/${patientId}/consents`)).body.state).toMatchObject({
      treatment: "given",
      assent: "missing",
      permits: false,
    });
    await consentTo(patientId, "assent");
    expect((await treats("GET", `/api/patients/${patientId}/consents`)).body.state.permits).toBe(true);
  });
  it("is told broken when a byte of it changes, and then permits nothing", async () => {
    const patientId = await register();
    await consentTo(patientId, "treatment");
    await world.query("alter table consent disable trigger append_only");
    await world.query("update consent set signer_name = 'Somebody Else' where patient_id = $1", [patientId]);
    const { consents, state } = (await treats("GET", `/api/patients/${patientId}/consents`)).body;
    expect(consents[0].intact).toBe(false);
    expect(state).toMatchObject({ treatment: "missing", permits: false });
  });
});

describe("photographs", () => {
  it("need consent, are re-encoded, and each look at one is audited", async () => {
    const patientId = await register();
    const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#caa" } })
      .jpeg()
      .withExif({ IFD0: { Artist: "SEEDED-ARTIST" } })
      .toBuffer();
    const upload = (bytes: Buffer, type: string) =>
      ask(
        world,
        clinic.tokens.practitioner,
        "POST",
        `/api/patients/${patientId}/photographs?pose=front&takenOn=2027-01-06`,
        bytes,
        { "content-type": type },
      );
    expect((await upload(jpeg, "image/jpeg")).body.detail).toBe("There is no consent to photographs for the record.");
    await consentTo(patientId, "photographs");
    const kept = (await upload(jpeg, "image/jpeg")).body;
    expect(kept).toMatchObject({ pose: "front", widthPx: 640, heightPx: 480 });
    const svg = await upload(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "image/jpeg");
    expect({ status: svg.status, path: svg.body.issues[0].path }).toEqual({ status: 415, path: "photograph" });
    expect((await upload(Buffer.alloc(0), "image/png")).status).toBe(422);
    const shown = await world.app.http.inject({
      method: "GET",
      url: `/api/patients/${patientId}/photographs/${kept.id}?form=master`,
      headers: { authorization: `Bearer ${clinic.tokens.practitioner}` },
    });
    expect(shown.headers["content-type"]).toBe("image/png");
    expect(shown.rawPayload.includes("SEEDED-ARTIST")).toBe(false);
    const looks = await world.query(
      "select 1 from audit_event where action = 'viewed' and noun = 'photograph' and subject_id = $1",
      [kept.id],
    );
    expect(looks).toHaveLength(1);
    for (const role of ["owner", "manager", "front-desk", "auditor", "patient", "integrator"] as const) {
      expect(
        (
          await ask(
            world,
            clinic.tokens[role],
            "GET",
            `/api/patients/${patientId}/photographs/${kept.id}?form=thumbnail`,
          )
        ).status,
      ).toBe(403);
    }
  });
});

describe("many at once", () => {
  it("40 bookings of one course: one wins, the others are told what can be had now", async () => {
    world.setNow(new Date("2027-01-06T08:00:00Z"));
    const patients = [];
    for (let index = 0; index < 40; index++) patients.push(await bookable());
    const [first] = patients;
    const { courses } = (await suggest(first ?? "")).body;
    const sessions = placesOf(courses[0]);
    const answers = await Promise.all(
      patients.map((id) => desk("POST", `/api/patients/${id}/courses`, { siteId: clinic.siteId, gapDays, sessions })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(39);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.code).toBe("taken");
    expect(lost?.body.current.courses.length).toBeGreaterThan(0);
    const partial = await world.query(
      "select v.id from visit v left join claim c on c.visit_id = v.id where v.state = 'booked' and v.kind = 'session' group by v.id having count(c.*) <> 4",
    );
    expect(partial).toEqual([]);
  });
  it("moving a session carries those later ones with it whose gaps it breaks", async () => {
    const patientId = await bookable();
    const { courses } = (await suggest(patientId)).body;
    const booked = (
      await desk("POST", `/api/patients/${patientId}/courses`, {
        siteId: clinic.siteId,
        gapDays,
        sessions: placesOf(courses[0]),
      })
    ).body;
    const [one, two, three] = booked.sessions.map((session: { visit: unknown }) => session.visit);
    const place = async (visit: { day: string }, fromDays: number, toDays: number) => {
      const day = (days: number) => addDays(calendarDate(visit.day), days);
      const asked = { siteId: clinic.siteId, serviceKind: "session", practitionerId: null };
      const { places } = (
        await desk("POST", "/api/visit-suggestions", { ...asked, from: day(fromDays), to: day(toDays) })
      ).body;
      const { practitionerName: _name, roomName: _room, ...target } = places[0];
      return target;
    };
    const near = await place(two, 1, 5);
    const kept = (await desk("POST", `/api/visits/${two.id}/move-previews`, { place: near, version: 1 })).body;
    expect(kept.changes.map((change: { ordinal: number }) => change.ordinal)).toEqual([2]);
    const target = await place(one, 10, 14);
    const preview = (await desk("POST", `/api/visits/${one.id}/move-previews`, { place: target, version: 1 })).body;
    expect(preview.changes.map((change: { ordinal: number }) => change.ordinal)).toEqual([1, 2, 3]);
    const moved = (await desk("POST", `/api/visits/${one.id}/moves`, { place: target, version: 1 })).body;
    const days: string[] = moved.sessions.map((session: { visit: { day: string } }) => session.visit.day);
    expect(days[0]).toBe(target.day);
    for (const index of [1, 2]) {
      const gap = daysBetween(calendarDate(days[index - 1] ?? ""), calendarDate(days[index] ?? ""));
      expect(gap).toBeGreaterThanOrEqual(28);
      expect(gap).toBeLessThanOrEqual(42);
    }
    expect(three.day < (days[2] ?? "")).toBe(true);
    const stale = await desk("POST", `/api/visits/${one.id}/moves`, { place: target, version: 1 });
    expect(stale.body.code).toBe("stale-version");
  });
});
