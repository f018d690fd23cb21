export { type AftercareDay, type AftercareInstruction, aftercarePlan } from "./aftercare.ts";
export { type CheckInCard, type CheckInDay, type CheckInQuestion, checkInCards, checkInDays } from "./check-ins.ts";
export {
  type Country,
  countries,
  type EmergencyCall,
  type EmergencyNumbers,
  emergencyCallsIn,
  emergencyNumbers,
  emergencyWords,
  type PlaceToCall,
} from "./emergency-numbers.ts";
export { type CourseRow, expectedCourse, outerLimitDays } from "./expected-course.ts";
export {
  type Sign,
  type SignAnswers,
  type SignGroup,
  type SignId,
  type SignLevel,
  signGroups,
  signIds,
  signOf,
  signs,
} from "./signs.ts";
export { recoveryStatements } from "./statements.ts";
export {
  type ClinicMinute,
  dueAt,
  foundingMinutes,
  type TaskClock,
  type TaskMinutes,
  taskClocks,
  taskEscalatesTo,
} from "./task-clock.ts";
export { adviceFor, type CheckIn, type TriageFinding, type TriageOutcome, triage } from "./triage.ts";
export { parseCheckIn, triageDocument } from "./triage-document.ts";
export { type TriageRow, triageRows } from "./triage-rows.ts";
export { isMoreUrgent, mostUrgent, type Urgency, urgencies, urgencyOf, type Within } from "./urgency.ts";
export { regions, topicalKinds, type WhatWasDone } from "./what-was-done.ts";
