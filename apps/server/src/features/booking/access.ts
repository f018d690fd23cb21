import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const bookingAccess = {
  readSetUp: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  readCalendar: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  listPatientVisits: staff("owner", "practitioner", "front-desk", "integrator"),
  readLegalStarts: staff("owner", "practitioner", "front-desk"),
  changeVisitState: staff("owner", "practitioner", "front-desk"),
  addSiteClosure: staff("owner", "manager"),
  addAbsence: staff("owner", "manager", "front-desk"),
  readMyVisits: patientsOwn,
} as const satisfies AccessTable;
