import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const clinicSettingsAccess = {
  readClinicSettings: staff("owner", "manager"),
  changeClinicSettings: staff("owner", "manager"),
  readClinicTimeZone: staff("owner", "manager"),
  foreseeTimeZone: staff("owner", "manager"),
  changeClinicTimeZone: staff("owner", "manager"),
  readMyCareContact: patientsOwn,
} as const satisfies AccessTable;
