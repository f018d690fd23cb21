import { type AccessTable, anybody, staff } from "../../platform/http/access.ts";

const everybodyOnTheStaff = staff("owner", "manager", "practitioner", "front-desk", "auditor");

export const calendarFeedAccess = {
  readMyCalendarFeed: everybodyOnTheStaff,
  createMyCalendarFeed: everybodyOnTheStaff,
  revokeMyCalendarFeed: everybodyOnTheStaff,
  // Whoever holds the address: calendar programs can't sign in.
  readCalendarFeed: anybody,
} as const satisfies AccessTable;
