import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const auditAccess = {
  searchAudit: staff("owner", "auditor"),
  verifyAudit: staff("owner", "auditor"),
  readWhoSawMyRecord: patientsOwn,
} as const satisfies AccessTable;
