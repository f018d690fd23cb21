import { type AccessTable, patientsOwn, staff } from "../../platform/http/access.ts";

export const waitlistAccess = {
  readWaitlist: staff("owner", "manager", "practitioner", "front-desk"),
  addToWaitlist: staff("owner", "practitioner", "front-desk"),
  removeFromWaitlist: staff("owner", "practitioner", "front-desk"),
  offerNow: staff("owner", "practitioner", "front-desk"),
  answerOffer: staff("owner", "practitioner", "front-desk"),
  readMyOffers: patientsOwn,
  answerMyOffer: patientsOwn,
} as const satisfies AccessTable;
