import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const patientAccess = {
  searchPatients: staff("owner", "manager", "practitioner", "front-desk", "integrator"),
  registerPatient: staff("owner", "practitioner", "front-desk", "integrator"),
  readPatient: staff("owner", "practitioner", "front-desk", "integrator"),
  changePatient: staff("owner", "practitioner", "front-desk"),
  addGuardian: staff("owner", "practitioner", "front-desk"),
  changeGuardian: staff("owner", "practitioner", "front-desk"),
  readHealthLists: staff("owner", "practitioner"),
  addMedicine: staff("practitioner"),
  changeMedicine: staff("practitioner"),
  addAllergy: staff("practitioner"),
  changeAllergy: staff("practitioner"),
  readWeights: staff("owner", "practitioner"),
  addWeight: staff("practitioner"),
  invitePatient: staff("owner", "practitioner", "front-desk"),
  readMyRecord: patientsOwn,
} as const satisfies AccessTable;
