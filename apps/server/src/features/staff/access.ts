import { type AccessTable, anybody, staff } from "../../platform/http/access.ts";

export const staffAccess = {
  acceptInvitation: anybody,
  listStaff: staff("owner", "manager", "practitioner", "front-desk"),
  inviteStaff: staff("owner"),
  treatToo: staff("owner"),
  changeStaff: staff("owner"),
} as const satisfies AccessTable;
