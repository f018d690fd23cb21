import { type AccessTable, staff } from "../../platform/http/access.ts";

export const replanningAccess = {
  listReplanCauses: staff("owner", "manager", "front-desk"),
  planAgain: staff("owner", "manager", "front-desk"),
  readReplan: staff("owner", "manager", "front-desk"),
  stopReplan: staff("owner", "manager", "front-desk"),
  renewReplan: staff("owner", "manager", "front-desk"),
  acceptReplan: staff("owner", "manager", "front-desk"),
  undoReplan: staff("owner", "manager", "front-desk"),
} as const satisfies AccessTable;
