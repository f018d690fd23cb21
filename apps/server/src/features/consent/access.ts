import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const consentAccess = {
  readConsents: staff("owner", "practitioner"),
  signConsent: staff("practitioner"),
  withdrawConsent: staff("owner", "practitioner"),
  readConsentDocument: staff("owner", "practitioner"),
  readMyConsents: patientsOwn,
  signMyConsent: patientsOwn,
  withdrawMyConsent: patientsOwn,
  readMyConsentDocument: patientsOwn,
} as const satisfies AccessTable;
