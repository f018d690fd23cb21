import { type AccessTable, staff } from "../../platform/http/access.ts";

export const emergencyReportAccess = {
  readEmergencyReport: staff("owner", "auditor"),
  reviewEmergencyWeek: staff("owner", "auditor"),
} as const satisfies AccessTable;
