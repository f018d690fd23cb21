// Writers that go on through every crash: an act that was not answered is asked again with the same key until it is.
import { setTimeout as sleep } from "node:timers/promises";
import { addDays } from "@fibril/kernel";
import { questionIds } from "@fibril/suitability";
import { demoRecord } from "../../apps/server/dist/demo/demo-record.js";

const gapDays = { min: 28, max: 42, target: 35 };

/** What was acknowledged, by noun, with the id that the answer named; the truth that every crash is held against. */
export function newLedger() {
  return {
    patient: [],
    consultation: [],
    decision: [],
    consent: [],
    course: [],
    arrival: [],
    session: [],
    signature: [],
  };
}

export function openWriters({ url, tokens, siteId, ledger }) {
  let today = "";
  let serial = 50_000;
  let stopped = false;
  const due = [];
  const refusals = new Map();
  const context = { ledger, siteId, due, day: () => today, nextSerial: () => ++serial, act, read };
  const running = [0, 1, 2, 3, 4, 5].map((number) =>
    number < 4 ? repeat(newCourse, number) : repeat(treatDue, number),
  );
  return {
    refusals,
    setDay: (day) => {
      today = day;
    },
    end: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };

  async function repeat(story, number) {
    for (let turn = 0; !stopped; turn++) {
      if (today === "") await sleep(20);
      else await story(context, number, turn);
    }
  }

  /** One write, until it is answered; null where it was refused for a reason of the clinic's (a place that was taken). */
  async function act(who, method, path, body) {
    const key = `crash-${crypto.randomUUID()}`;
    const answer = await ask(who, method, path, body, key);
    if (answer.status < 300) return answer.body;
    const reason = `${method} ${path.replace(/[0-9a-f-]{36}/g, ":id")} ${answer.status} ${answer.body.code ?? ""}`;
    refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
    return null;
  }

  async function read(who, path) {
    return (await ask(who, "GET", path)).body;
  }

  async function ask(who, method, path, body, key) {
    const request = {
      method,
      headers: { authorization: `Bearer ${tokens[who]}`, ...(key ? writing(key) : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    for (;;) {
      const answer = await answerOf(`${url}${path}`, request);
      if (answer) return answer;
      await sleep(50);
    }
  }
}

function writing(key) {
  return { "idempotency-key": key, "content-type": "application/json" };
}

/** Null where the connection broke, or the answer says that the database is away: nothing was promised. */
async function answerOf(address, request) {
  try {
    const response = await fetch(address, request);
    const text = await response.text();
    return response.status < 500 ? { status: response.status, body: JSON.parse(text) } : null;
  } catch {
    return null;
  }
}

/** From registration to a booked course, every step an acknowledged write. */
async function newCourse({ ledger, siteId, due, day, act, read }, writer, turn) {
  const patient = await act("front-desk", "POST", "/api/patients", person(`w${writer}t${turn}`));
  if (!patient) return;
  ledger.patient.push(patient.id);
  const path = `/api/patients/${patient.id}`;
  if (!(await act("practitioner", "PUT", `${path}/consultation`, consultation()))) return;
  ledger.consultation.push(patient.id);
  const shown = await read("practitioner", `${path}/suitability`);
  const decision = await act("practitioner", "POST", `${path}/suitability/decisions`, {
    consultationVersion: shown.consultationVersion,
    verdictShown: shown.outcome.verdict,
    decision: "agree",
    reason: "",
    outsideOpinion: null,
  });
  if (!decision) return;
  ledger.decision.push(patient.id);
  const consented = await consent({ act, read }, path);
  if (consented) ledger.consent.push({ patientId: patient.id, id: consented.id });
  const earliest = addDays(day(), 1 + (turn % 3));
  const latest = addDays(earliest, 28);
  const wish = {
    siteId,
    sessions: 3,
    gapDays,
    earliest,
    latest,
    weekdays: null,
    blockedDays: [],
    preferred: [],
    practitionerId: null,
  };
  const suggested = await act("front-desk", "POST", `${path}/course-suggestions`, wish);
  const [best] = suggested?.courses ?? [];
  if (!best) return;
  const sessions = best.sessions.map(({ end, practitionerName, roomName, ...place }) => place);
  const course = await act("front-desk", "POST", `${path}/courses`, { siteId, gapDays, sessions });
  if (!course) return;
  ledger.course.push(course.id);
  due.push(...course.sessions.map(({ visit }) => ({ visit, patientId: patient.id })));
}

/** Treats and signs what the demo's day holds; waits where it holds nothing. */
async function treatDue({ ledger, due, day, nextSerial, act, read }) {
  const index = due.findIndex(({ visit }) => visit.day === day());
  if (index < 0) {
    await sleep(20);
    return;
  }
  const [{ visit }] = due.splice(index, 1);
  const arrived = { version: visit.version ?? 1, state: "arrived", cancelledBy: null, reason: null };
  if (!(await act("front-desk", "POST", `/api/visits/${visit.id}/state`, arrived))) return;
  ledger.arrival.push(visit.id);
  const session = await act("practitioner", "POST", `/api/visits/${visit.id}/session`, { changed: "no", note: "" });
  if (!session) return;
  ledger.session.push(session.id);
  const { devices } = await read("practitioner", "/api/devices");
  const device = devices.find(({ id }) => id === visit.deviceId);
  const told = { startMinute: 560, serial: nextSerial(), ordinal: session.ordinal, painScore: 3, stoppedEarly: "no" };
  const record = demoRecord({ device, today: day(), ...told });
  const path = `/api/sessions/${session.id}`;
  const saved = await act("practitioner", "PUT", path, { version: session.version ?? 1, record });
  if (!saved) return;
  const signed = await act("practitioner", "POST", `${path}/signature`, { version: saved.version ?? 2 });
  if (signed) ledger.signature.push(session.id);
}

async function consent({ act, read }, path) {
  const { texts } = await read("practitioner", `${path}/consents`);
  const text = texts.find(({ kind }) => kind === "treatment");
  const required = text.fields.filter((field) => field.required).map(({ key }) => [key, "yes"]);
  return act("practitioner", "POST", `${path}/consents`, {
    textId: text.id,
    textSha256: text.sha256,
    answers: Object.fromEntries(required),
    purposes: [],
    signer: "patient",
    guardianId: null,
    signerName: "Ama Crash",
    signature: { kind: "typed", name: "Ama Crash" },
    deviceTime: new Date().toISOString(),
  });
}

function person(mark) {
  return {
    givenName: "Ama",
    familyName: `Crash ${mark} ${crypto.randomUUID()}`,
    birthDate: "1990-04-02",
    sex: "female",
    email: null,
    phone: "07700 900123",
    address: null,
    preferredContact: "phone",
    note: "",
  };
}

function consultation() {
  return {
    version: 1,
    answers: Object.fromEntries(questionIds.map((question) => [question, { answer: "no" }])),
    concerns: [{ concern: "mild-acne-scars", zone: "cheek-left", severity: 2 }],
    area: "face",
    anaesthetic: "lidocaine-prilocaine",
    fitzpatrick: 3,
    skinNotes: "",
  };
}
