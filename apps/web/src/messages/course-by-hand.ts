/** A course that somebody places by hand: a day and an hour for each session. */
export const courseByHand = {
  open: "Place the sessions by hand…",
  openText: "Any day and hour can be tried.",
  otherDays: "Change its days…",
  otherDaysOf: (suggestion: number) => `Change the days of course ${suggestion}`,
  title: (sessions: number) => `${sessions} sessions by hand`,
  lead: "Choose a day and an hour for each; who and what is free then is looked up as you type. Nothing is booked yet.",
  day: (ordinal: number) => `Day of session ${ordinal}`,
  time: (ordinal: number) => `Time of session ${ordinal}`,
  looking: "Looking…",
  served: (practitioner: string, room: string) => `Free: ${practitioner}, ${room}`,
  after: (days: number, ordinal: number) => `${days} ${days === 1 ? "day" : "days"} after session ${ordinal}`,
  bars: {
    past: "This is over.",
    "before-permission": (from: string) => `Treatment may begin on ${from} at the earliest.`,
    "not-after": "This is not after the session before.",
    closed: "The site is closed on that day.",
    "outside-opening": "The session, with preparation and cleaning, does not fit into the opening hours of that day.",
    "skipped-by-clock": "The clock goes forward over this time, so that it does not exist.",
  },
  unmet: {
    practitioner: "No practitioner is free then",
    "prep-room": "No room for the preparation is free then",
    "treatment-room": "No treatment room is free then",
    device: "No device is free then",
  },
  nobody: (need: string) => `${need}: the site has none.`,
  tried: (need: string, each: readonly string[]) => `${need}: ${each.join("; ")}.`,
  why: {
    "on-leave": "away",
    "not-qualified": "not qualified on that day",
    "out-of-service": "out of use or overdue for service",
    taken: "taken",
  },
  reasonFor: (ordinal: number, rule: string) => `Reason: session ${ordinal} is ${rule}`,
  barredBy: (rule: string) => `It is ${rule}. Only an owner or a manager books past this rule.`,
  rules: {
    "gap-too-short": (gap: string, least: number) => `${gap}; this course asks for at least ${least}`,
    "gap-too-long": (gap: string, most: number) => `${gap}; this course asks for at most ${most}`,
    "outside-roster": (practitioner: string) => `outside the hours of ${practitioner}`,
  },
  kept: "Your name, the rule and each reason are kept and listed in the overview.",
  book: (sessions: number) => `Book these ${sessions} sessions`,
  notYet: (ordinals: readonly number[]) =>
    ordinals.length === 1
      ? `Session ${ordinals[0]} can't be booked like this.`
      : `Sessions ${ordinals.slice(0, -1).join(", ")} and ${ordinals.at(-1)} can't be booked like this.`,
  needsReasons: "Each rule that is gone past needs a reason.",
  takenTitle: "Part of this was taken a moment ago",
  takenText: "Nothing was booked. The sessions above say what is free now.",
} as const;
