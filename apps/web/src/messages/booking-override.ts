/** Booking outside a rule of the clinic, and who did. */
export const bookingOverride = {
  anyway: "Book anyway…",
  goesPast: (rule: string) => `This goes past a rule of the clinic: ${rule}.`,
  keptWithReason:
    "Your name, the rule and your reason are kept and listed in the overview. A taken time, an overdue device or a day before treatment may begin can't be booked.",
  outsideHours: "This may go past the practitioner's hours.",
  day: "Day",
  room: "Room",
  book: "Book with this reason",
  time: "Time",
  samePeople: (practitioner: string, room: string) => `With ${practitioner}, ${room}, as now`,
  reason: "Reason",
  showMove: "Show the move",
  title: "Booked outside a rule",
  lead: "Bookings and moves that went past a rule of the clinic, the latest first.",
  none: "Nobody has booked outside a rule.",
  what: "The bookings outside a rule",
  columns: { when: "When", by: "By", rule: "Rule", reason: "Reason", visit: "Visit" },
  rules: {
    "gap-too-short": "Sooner after the session before than the course allows",
    "gap-too-long": "Later after the session before than the course allows",
    "outside-roster": "Outside the practitioner's hours",
  },
  roles: { owner: "owner", manager: "manager" },
  visit: (who: string, ordinal: number | null, when: string) =>
    `${who}, ${ordinal === null ? "consultation" : `session ${ordinal}`}: ${when}`,
} as const;
