import { type AccessTable, staff } from "../../platform/http/access.ts";

export const suitabilityAccess = {
  readSuitability: staff("owner", "practitioner"),
  signDecision: staff("practitioner"),
  meetPrecondition: staff("practitioner"),
} as const satisfies AccessTable;
