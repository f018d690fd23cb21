import { type AccessTable, staff } from "../../platform/http/access.ts";

export const apiTokenAccess = {
  listApiTokens: staff("owner"),
  revokeApiToken: staff("owner"),
} as const satisfies AccessTable;
