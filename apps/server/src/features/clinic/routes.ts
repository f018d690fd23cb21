import {
  DemoClockView,
  FirstStepsView,
  firstSteps,
  MoveClockBody,
  OwnClinicView,
  StartOwnClinicBody,
} from "@fibril/contract";
import { civilDay } from "../../platform/clock/civil-time.ts";
import { invalid, problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute, gateRoute } from "../../platform/http/route.ts";
import { readFirstSteps } from "./first-steps-store.ts";
import * as store from "./store.ts";

const readClock = gateRoute({
  method: "GET",
  path: "/api/demo/clock",
  operationId: "readDemoClock",
  summary: "What time it is in the demo; outside a demo there is nothing here.",
  answers: { 200: DemoClockView },
  run: async ({ tx, now }) => {
    const { demo, offsetSeconds } = await store.readDemoClock(tx);
    return demo ? answer(200, clockView(now, offsetSeconds)) : problem("not-found");
  },
});

const moveClock = gateRoute({
  method: "POST",
  path: "/api/demo/clock",
  operationId: "moveDemoClock",
  answersOnce: true,
  summary: "Moves the demo's clock forward; everything that falls due on the way is done.",
  body: MoveClockBody,
  answers: { 200: DemoClockView },
  run: async ({ tx, now, body, services, caller, record, afterwards }) => {
    const { demo, offsetSeconds } = await store.readDemoClock(tx);
    if (!demo || !caller) return problem("not-found");
    const seconds = body.days * 86_400 + body.hours * 3_600;
    await store.moveDemoClock(tx, offsetSeconds + seconds);
    await store.carrySignIns(tx, seconds);
    afterwards(() => services.moveClock(offsetSeconds + seconds));
    record(caller.clinicId, caller, { action: "moved the clock", noun: "demo", subjectId: null, detail: { seconds } });
    return answer(200, clockView(new Date(now.getTime() + seconds * 1000), offsetSeconds + seconds));
  },
});

const startOwnClinic = gateRoute({
  method: "POST",
  path: "/api/demo/own-clinic",
  operationId: "startOwnClinic",
  summary: "Ends the demo for good: its people and records go, its set-up stays, and a first owner is asked for.",
  body: StartOwnClinicBody,
  answers: { 200: OwnClinicView },
  run: async ({ tx, body, caller, services, setSignIn }) => {
    const { demo } = await store.readDemoClock(tx);
    if (!demo || !caller) return problem("not-found");
    if (body.clinicName.trim() !== caller.clinicName) return invalid("clinicName", `type ${caller.clinicName}`);
    const token = await services.endDemo();
    setSignIn(null);
    return answer(200, { token });
  },
});

const listFirstSteps = clinicRoute({
  method: "GET",
  path: "/api/clinic/first-steps",
  operationId: "listFirstSteps",
  summary: "What is set up and what is still missing before the first patient can be booked.",
  answers: { 200: FirstStepsView },
  run: async ({ tx, clinicId, today }) => {
    const done = await readFirstSteps(tx, clinicId, today);
    return answer(200, { steps: firstSteps.map((step) => ({ step, done: done[step] })) });
  },
});

export const clinicRoutes = [listFirstSteps, readClock, moveClock, startOwnClinic];

function clockView(now: Date, offsetSeconds: number) {
  return { now: now.toISOString(), today: civilDay(now, "Europe/London"), offsetDays: offsetSeconds / 86_400 };
}
