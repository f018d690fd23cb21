import { type AccessTable, staff } from "../../platform/http/access.ts";

export const overviewAccess = {
  readOverview: staff("owner", "manager"),
  listOverviewRows: staff("owner", "manager"),
} as const satisfies AccessTable;
