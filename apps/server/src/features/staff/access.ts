import { type AccessTable, anybody, staff } from "../../platform/http/access.ts";

export const staffAccess = {
  acceptInvitation: anybody,
  listStaff: staff("owner", "manager", "practitioner", "front-desk"),
  listInvitations: staff("owner"),
  inviteStaff: staff("owner"),
  inviteAgain: staff("owner"),
  takeBackInvitation: staff("owner"),
  treatToo: staff("owner"),
  changeStaff: staff("owner"),
} as const satisfies AccessTable;
