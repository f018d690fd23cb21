import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const courseAccess = {
  suggestCourse: staff("owner", "practitioner", "front-desk", "integrator"),
  tryCourse: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  bookCourse: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  suggestVisit: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  bookConsultation: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  previewMove: staff("owner", "manager", "practitioner", "front-desk"),
  moveSession: staff("owner", "manager", "practitioner", "front-desk"),
  undoMove: staff("owner", "manager", "practitioner", "front-desk"),
  readCourses: staff("owner", "practitioner", "front-desk"),
  abandonCourse: staff("practitioner"),
  declineMaintenance: staff("owner", "practitioner", "front-desk"),
  readMyCourses: patientsOwn,
  declineMyMaintenance: patientsOwn,
  askMeAgain: patientsOwn,
} as const satisfies AccessTable;
