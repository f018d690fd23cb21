import { type AccessTable, anybody, signedIn, staff } from "../../platform/http/access.ts";

export const clinicAccess = {
  createFirstOwner: anybody,
  readDemoClock: anybody,
  moveDemoClock: signedIn,
  startOwnClinic: staff("owner"),
  listFirstSteps: staff("owner"),
  readClinicContact: staff("owner", "manager"),
  changeClinicContact: staff("owner", "manager"),
} as const satisfies AccessTable;
