import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const measurementAccess = {
  // The owner's by emergency access alone: the routes ask for one that is open.
  readMeasurements: staff("owner", "practitioner"),
  readPhotograph: staff("owner", "practitioner"),
  readEmergencyAccess: staff("owner"),
  openEmergencyAccess: staff("owner"),
  addScore: staff("practitioner"),
  addPhotograph: staff("practitioner"),
  refusePhotograph: staff("practitioner"),
  readMyMeasurements: patientsOwn,
  addMyScore: patientsOwn,
  readMyPhotograph: patientsOwn,
} as const satisfies AccessTable;
