import { type AccessTable, staff } from "../../platform/http/access.ts";

export const sessionAccess = {
  startSession: staff("practitioner"),
  readSession: staff("owner", "practitioner"),
  listSessions: staff("owner", "practitioner"),
  saveSession: staff("practitioner"),
  signSession: staff("practitioner"),
  amendSession: staff("practitioner"),
  readDepthPlan: staff("owner", "practitioner"),
  planDepths: staff("practitioner"),
  listDevices: staff("owner", "manager", "practitioner"),
} as const satisfies AccessTable;
