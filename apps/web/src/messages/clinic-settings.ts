export const clinicSettings = {
  title: "Settings",
  lead: "What the clinic is called, which clock it follows, how soon a red flag must be looked at, whom patients call, and whom they ask about healing.",
  the: "The settings",
  loading: "Fetching the settings…",
  clinic: "The clinic",
  clinicText: "Patients read this on their pages, in messages and on the booking page.",
  clinicFields: { name: "Name of the clinic", phone: "Telephone", email: "E-mail" },
  clinicSave: "Save the clinic",
  clinicStale: (name: string, phone: string) =>
    `Somebody changed this meanwhile: ${name}, ${phone}. What you typed is still here; save again to put it in its place.`,
  zone: "Time zone",
  zoneText: "The clock that the clinic's days, bookings and messages follow. Put it right here if it was set wrongly.",
  zoneNow: (zone: string, when: string) => `Now: ${zone}, where it is ${when}.`,
  zoneOwn: (site: string, zone: string) => `${site} has a time zone of its own: ${zone}.`,
  zoneField: "The right time zone",
  zoneHint: "Area and city, such as Europe/London",
  zoneSee: "See what changes",
  zoneTitle: (zone: string) => `Change the time zone to ${zone}?`,
  zoneClock: (after: string, before: string) => `The clinic's clock shows ${after} then, not ${before}.`,
  zoneVisits: (count: number) =>
    count === 0
      ? "No visit is booked ahead."
      : `Future visits stay at their wall-clock time (${count}): who is booked for 10:00 still comes at 10:00.`,
  zonePast: "Visits that are done or past stay as they are.",
  zoneOver: (count: number) =>
    count === 1
      ? "One of these visits is over by the new clock. Look at today's calendar afterwards."
      : `${count} of these visits are over by the new clock. Look at today's calendar afterwards.`,
  zonePatients: (count: number) =>
    count === 1
      ? "One patient is written to, where we have an e-mail: the time stays, but a calendar on their telephone may show another."
      : `${count} patients are written to, where we have an e-mail: the time stays, but a calendar on their telephone may show another.`,
  zoneMessages: (count: number) =>
    count === 1
      ? "One message that waits for its day goes out at the same hour of the new clock."
      : `${count} messages that wait for their day go out at the same hour of the new clock.`,
  zoneKeeps: (site: string, zone: string) => `${site} keeps its own time zone, ${zone}.`,
  zoneTasks: "Open tasks are due at the same moment as before.",
  zoneObstacles: "This can't be done yet. Move these visits first:",
  zoneChange: "Change the time zone",
  zoneChanged: (zone: string) => `The clinic's time zone is ${zone} now.`,
  zoneStale: (zone: string) => `Somebody changed the time zone meanwhile. It is ${zone} now.`,
  clocks: "How long a task may wait",
  clocksText:
    "After this time an owner is told. You can make each shorter; a longer one needs a clinician's signature.",
  urgencies: {
    emergency: "Emergency",
    "same-day": "Same day",
    "24-hours": "Within 24 hours",
    "48-hours": "Within 48 hours",
    "1-week": "Within a week",
  },
  minutes: (urgency: string) => `${urgency}, in minutes`,
  founding: (minutes: number, isWorkingDay: boolean) =>
    isWorkingDay
      ? `Founding: the end of the next working day, at most ${minutes} minutes`
      : `Founding: ${minutes} minutes`,
  longer: "A longer clock",
  longerText: (name: string) => `Longer than the founding table: ${name} signs for it.`,
  longerBarred: "Longer than the founding table. Only a clinician with a registration number on file can sign that.",
  reason: "Why, in a few words",
  password: "Your password",
  selfBooking: "Booking a first consultation online",
  selfBookingText:
    "While it is off, the booking page shows your telephone number instead of times. Who keeps a time already may finish; patients move and cancel their own consultation on their pages as before.",
  selfBookingOn: "New people may book by themselves",
  places: "Whom patients call in an emergency",
  placesText:
    "The numbers come from a list that nobody checked against a source. Confirm them for each site before patients read them.",
  country: "Country",
  noCountry: "Not set",
  emergencyNumber: "Emergency number",
  adviceNumber: "Number for advice (if there is one)",
  patientsRead: "Patients read",
  patientsReadNow: "Patients read now",
  contact: "Whom patients ask about healing",
  contactText: "Shown on the patient's page about healing. Leave the name empty to show the clinic's number alone.",
  contactFields: { name: "Name or role", phone: "Telephone", email: "E-mail (if you like)", hours: "When they answer" },
  save: "Save the settings",
  saved: "Saved.",
  changed: (by: string, when: string) => `Last changed by ${by}, ${when}`,
  stale: "Somebody changed the settings meanwhile. What you typed is still here; load theirs to compare.",
  loadTheirs: "Load theirs",
  care: { title: "Questions about healing", call: (name: string) => `Ask ${name}`, hours: (hours: string) => hours },
} as const;
