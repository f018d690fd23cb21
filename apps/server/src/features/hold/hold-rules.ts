/** How visitors keep and book a time by themselves. Source of each number: practice, unsourced. */
export const selfBookingRules = {
  /** How long a place is kept while somebody types. */
  holdMinutes: 10,
  /** A hold of a visitor beyond this many waits until another one ends; a household shares one address. */
  holdsPerVisitor: 3,
  /** So that no crowd of visitors can keep a clinic's whole week. */
  holdsPerClinic: 30,
  /** Nobody books themselves in for the next two hours: the clinic has to see them coming. */
  leadMinutes: 120,
  horizonDays: 60,
  /** Times are offered on the quarter hours. */
  stepMinutes: 15,
  /** Until this long before, a patient moves or cancels a consultation without calling. */
  noticeHours: 24,
} as const;
