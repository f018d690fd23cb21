/** How freed places are offered. Source of each number: practice, unsourced; three a day is the clinic's promise. */
export const waitlistRules = {
  /** Nobody is asked more often on one day. */
  offersPerDay: 3,
  /** How long a place is kept for whoever was asked. */
  offerMinutes: 60,
  /** The same where the place is within the next day. */
  shortOfferMinutes: 20,
  soonMinutes: 24 * 60,
  /** A message about a place sooner than this comes too late; the desk may still call. */
  leadMinutes: 120,
  /** Nobody is woken: messages leave between these minutes of the clinic's day. */
  askFromMinute: 8 * 60,
  askToMinute: 20 * 60,
} as const;

/** How long an offer stands, by how far off its place is; it never outlives the last moment to come. */
export function offerMinutes(minutesUntilStart: number): number {
  const { offerMinutes: usual, shortOfferMinutes, soonMinutes } = waitlistRules;
  return minutesUntilStart < soonMinutes ? shortOfferMinutes : usual;
}

export function mayAskAt(minuteOfDay: number): boolean {
  return waitlistRules.askFromMinute <= minuteOfDay && minuteOfDay < waitlistRules.askToMinute;
}
