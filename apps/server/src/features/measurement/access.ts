import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const measurementAccess = {
  readMeasurements: staff("practitioner"),
  addScore: staff("practitioner"),
  addPhotograph: staff("practitioner"),
  refusePhotograph: staff("practitioner"),
  readPhotograph: staff("practitioner"),
  readMyMeasurements: patientsOwn,
  addMyScore: patientsOwn,
  readMyPhotograph: patientsOwn,
} as const satisfies AccessTable;
