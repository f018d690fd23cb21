import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const recoveryAccess = {
  listCheckIns: staff("owner", "practitioner"),
  answerCheckIn: staff("practitioner"),
  listAftercare: staff("owner", "practitioner"),
  listTasks: staff("owner", "practitioner"),
  acknowledgeTask: staff("owner", "practitioner"),
  listMyCheckIns: patientsOwn,
  answerMyCheckIn: patientsOwn,
  listMyAftercare: patientsOwn,
} as const satisfies AccessTable;
