import {
  AcknowledgeTaskBody,
  AftercaresView,
  AnswerCheckInBody,
  CheckInsView,
  CheckInView,
  ClinicalCheckInView as ClinicalCheckIn,
  type ClinicalCheckInView,
  Id,
  MyCheckInsView,
  TasksView,
  TaskView,
} from "@fibril/contract";
import { daysBetween } from "@fibril/kernel";
import { parseCheckIn, type TriageOutcome, triage } from "@fibril/recovery";
import { healingFacts, type SessionRecord } from "@fibril/session";
import { z } from "zod";
import { findConsultation } from "../features/consultation/store.ts";
import * as store from "../features/recovery/store.ts";
import * as tasks from "../features/recovery/task-store.ts";
import { findSession } from "../features/session/store.ts";
import { findSubject, type Subject } from "../lookups/patient.ts";
import { findSigner } from "../lookups/staff.ts";
import { summaryWords, urgencyWords } from "../lookups/task-words.ts";
import { dayText, instantText } from "../platform/clock/day-text.ts";
import { invalid, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { taskDueAt } from "./task-due.ts";

const OnePatient = z.strictObject({ patientId: Id });
const OneCheckIn = z.strictObject({ patientId: Id, checkInId: Id });
const MyCheckIn = z.strictObject({ checkInId: Id });

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "clinicId" | "today" | "now" | "newId" | "record" | "caller" | "send" | "services"
>;

const listCheckIns = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/check-ins",
  operationId: "listCheckIns",
  summary: "Every check-in with its answers and the rows of the triage table that fired.",
  params: OnePatient,
  answers: { 200: CheckInsView },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { checkIns: await store.listCheckInsOf(tx, clinicId, { ...params, today }) });
  },
});

const listMyCheckIns = clinicRoute({
  method: "GET",
  path: "/api/my/check-ins",
  operationId: "listMyCheckIns",
  summary: "The patient's own check-ins.",
  answers: { 200: MyCheckInsView },
  run: async ({ tx, clinicId, caller, today }) => {
    if (!caller.patientId) return problem("forbidden");
    const checkIns = await store.listCheckInsOf(tx, clinicId, { patientId: caller.patientId, today });
    return answer(200, { checkIns: checkIns.map(forPatient) });
  },
});

const answerCheckIn = clinicRoute({
  method: "POST",
  path: "/api/patients/:patientId/check-ins/:checkInId/answers",
  operationId: "answerCheckIn",
  summary: "Keeps the answers that a patient gave by telephone.",
  params: OneCheckIn,
  body: AnswerCheckInBody,
  answers: { 200: ClinicalCheckIn },
  run: async (asked) => {
    const kept = await keepCheckIn(asked, { ...asked.params, body: asked.body });
    return "checkIn" in kept ? answer(200, kept.checkIn) : kept;
  },
});

const answerMyCheckIn = clinicRoute({
  method: "POST",
  path: "/api/my/check-ins/:checkInId/answers",
  operationId: "answerMyCheckIn",
  summary: "Keeps the patient's own answers and tells at once how soon somebody must look.",
  params: MyCheckIn,
  body: AnswerCheckInBody,
  answers: { 200: CheckInView },
  run: async (asked) => {
    if (!asked.caller.patientId) return problem("forbidden");
    const kept = await keepCheckIn(asked, { patientId: asked.caller.patientId, ...asked.params, body: asked.body });
    return "checkIn" in kept ? answer(200, forPatient(kept.checkIn)) : kept;
  },
});

const listAftercare = clinicRoute({
  method: "GET",
  path: "/api/patients/:patientId/aftercare",
  operationId: "listAftercare",
  summary: "The aftercare plans of a patient with every source.",
  params: OnePatient,
  answers: { 200: AftercaresView },
  run: async ({ tx, clinicId, params, today }) => {
    if (!(await findSubject(tx, clinicId, params.patientId, today))) return problem("not-found");
    return answer(200, { plans: await store.listAftercareOf(tx, clinicId, { ...params, forPatient: false }) });
  },
});

const listMyAftercare = clinicRoute({
  method: "GET",
  path: "/api/my/aftercare",
  operationId: "listMyAftercare",
  summary: "The patient's own aftercare plans, the newest first.",
  answers: { 200: AftercaresView },
  run: async ({ tx, clinicId, caller }) => {
    if (!caller.patientId) return problem("forbidden");
    return answer(200, {
      plans: await store.listAftercareOf(tx, clinicId, { patientId: caller.patientId, forPatient: true }),
    });
  },
});

const listTasks = clinicRoute({
  method: "GET",
  path: "/api/tasks",
  operationId: "listTasks",
  summary: "Red flags that a named person must look at, the soonest due first.",
  answers: { 200: TasksView },
  run: async ({ tx, clinicId }) => answer(200, { tasks: await tasks.listTasksOf(tx, clinicId) }),
});

const acknowledgeTask = clinicRoute({
  method: "POST",
  path: "/api/tasks/:taskId/acknowledgement",
  operationId: "acknowledgeTask",
  summary: "A named person has looked at a red flag and says what was done.",
  params: z.strictObject({ taskId: Id }),
  body: AcknowledgeTaskBody,
  answers: { 200: TaskView },
  run: async ({ tx, clinicId, params, body, caller, now, record }) => {
    const task = await tasks.findTask(tx, clinicId, params.taskId);
    const signer = await findSigner(tx, caller);
    if (!task || !signer) return problem("not-found");
    if (body.note.trim().length < 3) return invalid("note", "say what was done, in a few words");
    const done = { id: task.id, version: body.version, staffId: signer.staffId, name: signer.name, note: body.note };
    if (!(await tasks.acknowledge(tx, clinicId, done, now))) return problem("stale-version", { current: task });
    record({
      action: "acknowledged",
      noun: "task",
      subjectId: task.id,
      patientId: task.patientId,
      detail: { urgency: task.urgency },
    });
    const after = await tasks.findTask(tx, clinicId, task.id);
    return after ? answer(200, after) : problem("not-found");
  },
});

export const recoveryRoutes = [
  listCheckIns,
  listMyCheckIns,
  answerCheckIn,
  answerMyCheckIn,
  listAftercare,
  listMyAftercare,
  listTasks,
  acknowledgeTask,
];

/** No cause is named to a patient: only when, and what to do. */
function forPatient({ answers: _answers, rows: _rows, unknown: _unknown, ...checkIn }: ClinicalCheckInView) {
  return checkIn;
}

interface Given {
  readonly patientId: string;
  readonly checkInId: string;
  readonly body: z.output<typeof AnswerCheckInBody>;
}

async function keepCheckIn(asked: Asked, { patientId, checkInId, body }: Given) {
  const { tx, clinicId, today, now, record, caller } = asked;
  const subject = await findSubject(tx, clinicId, patientId, today);
  const checkIn =
    subject && (await store.listCheckInsOf(tx, clinicId, { patientId, today })).find(({ id }) => id === checkInId);
  const session = checkIn && (await findSession(tx, clinicId, checkIn.sessionId));
  if (!subject || !checkIn || !session) return problem("not-found");
  if (checkIn.state === "to-come")
    return problem("conflict", { detail: `This check-in is for ${dayText(checkIn.dueOn)}.` });
  const consultation = await findConsultation(tx, clinicId, patientId);
  const fitzpatrick = (consultation?.fitzpatrick ?? null) as 1 | null;
  const parsed = parseCheckIn({
    daySinceSession: Math.max(0, daysBetween(session.performed_on, today)),
    done: healingFacts(session.corrected as SessionRecord, { fitzpatrick }),
    answers: body.answers,
  });
  if (!parsed.ok) return problem("invalid-input", { issues: parsed.problem });
  const outcome = triage(parsed.value);
  const answered = {
    id: checkIn.id,
    version: body.version,
    answers: body.answers,
    outcome,
    urgency: outcome.urgency,
    by: caller.name,
  };
  if (!(await store.keepAnswers(tx, clinicId, answered, now)))
    return problem("stale-version", { current: forPatient(checkIn) });
  if (outcome.urgency !== "expected") await raiseTask(asked, { subject, checkInId: checkIn.id, outcome });
  record({
    action: "answered",
    noun: "check-in",
    subjectId: checkIn.id,
    patientId,
    detail: { urgency: outcome.urgency },
  });
  const after = (await store.listCheckInsOf(tx, clinicId, { patientId, today })).find(({ id }) => id === checkInId);
  return after ? { checkIn: after } : problem("not-found");
}

interface Raised {
  readonly subject: Subject;
  readonly checkInId: string;
  readonly outcome: TriageOutcome;
}

async function raiseTask(asked: Asked, { subject, checkInId, outcome }: Raised): Promise<void> {
  const { tx, clinicId, now, newId, record, caller, services } = asked;
  const id = newId();
  const summary = summaryWords(outcome);
  const due = await taskDueAt(asked, outcome.urgency);
  await tasks.insertTask(
    tx,
    clinicId,
    { id, patientId: subject.id, checkInId, urgency: outcome.urgency, summary, dueAt: due },
    now,
  );
  record({
    action: "raised",
    noun: "task",
    subjectId: id,
    patientId: subject.id,
    detail: { urgency: outcome.urgency },
  });
  const staff = await tasks.listAlertAddresses(tx, clinicId, "practitioner");
  for (const to of staff) {
    await asked.send({
      kind: "red-flag",
      to,
      subject: `${urgencyWords[outcome.urgency]}: a check-in needs you`,
      text: `A check-in at ${caller.clinicName} needs a clinician by ${instantText(due, caller.timeZone)} (${urgencyWords[outcome.urgency].toLowerCase()}). Open fibril to see it and to say that you have: ${services.publicUrl}/tasks`,
      patientId: subject.id,
      dedupeKey: `task ${id} ${to}`,
    });
  }
}
