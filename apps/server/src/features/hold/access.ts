import { type AccessTable, anybody, patientsOwn } from "../../platform/http/access.ts";

export const holdAccess = {
  readOnlyBookingClinic: anybody,
  readBookingClinic: anybody,
  readFreeTimes: anybody,
  makeHold: anybody,
  releaseHold: anybody,
  requestBookingCode: anybody,
  bookHeld: anybody,
  readMyConsultation: patientsOwn,
  readMyFreeTimes: patientsOwn,
  bookMyConsultation: patientsOwn,
  cancelMyConsultation: patientsOwn,
} as const satisfies AccessTable;
