import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const bookingAccess = {
  readSetUp: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  readCalendar: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  listPatientVisits: staff("owner", "practitioner", "front-desk", "integrator"),
  readLegalStarts: staff("owner", "manager", "practitioner", "front-desk"),
  changeVisitState: staff("owner", "practitioner", "front-desk"),
  readResources: staff("owner", "manager"),
  addSite: staff("owner", "manager"),
  changeSite: staff("owner", "manager"),
  endResource: staff("owner", "manager"),
  replaceOpening: staff("owner", "manager"),
  removeSiteClosure: staff("owner", "manager"),
  addResource: staff("owner", "manager"),
  changeResource: staff("owner", "manager"),
  replaceRoster: staff("owner", "manager"),
  replaceQualifications: staff("owner", "manager"),
  removeAbsence: staff("owner", "manager"),
  changeServiceTimes: staff("owner", "manager"),
  addSiteClosure: staff("owner", "manager"),
  addAbsence: staff("owner", "manager", "front-desk"),
  readMyVisits: patientsOwn,
} as const satisfies AccessTable;
