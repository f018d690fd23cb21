import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const consultationAccess = {
  readConsultation: staff("owner", "practitioner"),
  changeConsultation: staff("practitioner"),
  readConsultationDraft: staff("practitioner"),
  keepConsultationDraft: staff("practitioner"),
  readMyIntake: patientsOwn,
  changeMyIntake: patientsOwn,
} as const satisfies AccessTable;
