import { type AccessTable, patientsOwn, staff } from "../platform/http/access.ts";

/** Operations that belong to no one feature. */
export const workflowAccess = {
  readPathway: staff("owner", "practitioner", "front-desk"),
  readMyPathway: patientsOwn,
  readToday: staff("practitioner"),
} as const satisfies AccessTable;
