import { type AccessTable, anybody, signedIn } from "../../platform/http/access.ts";

export const clinicAccess = {
  createFirstOwner: anybody,
  readDemoClock: anybody,
  moveDemoClock: signedIn,
} as const satisfies AccessTable;
