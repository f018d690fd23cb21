import { type AccessTable, anybody, signedIn, staff } from "../../platform/http/access.ts";

export const clinicAccess = {
  createFirstOwner: anybody,
  readDemoClock: anybody,
  moveDemoClock: signedIn,
  startOwnClinic: staff("owner"),
} as const satisfies AccessTable;
