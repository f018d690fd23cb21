import { type AccessTable, staff } from "../../platform/http/access.ts";

export const ruleSetAccess = {
  readEvidence: staff("owner", "manager", "practitioner", "auditor"),
  reviewStatements: staff("owner", "practitioner"),
  readRuleSet: staff("owner", "manager", "practitioner", "auditor"),
  previewRuleChange: staff("owner", "practitioner"),
  signRuleChange: staff("owner", "practitioner"),
} as const satisfies AccessTable;
