export const clinicSettings = {
  title: "Settings",
  lead: "What the clinic is called, how soon a red flag must be looked at, whom patients call, and whom they ask about healing.",
  the: "The settings",
  loading: "Fetching the settings…",
  clinic: "The clinic",
  clinicText: "Patients read this on their pages, in messages and on the booking page.",
  clinicFields: { name: "Name of the clinic", phone: "Telephone", email: "E-mail" },
  clinicSave: "Save the clinic",
  clinicStale: (name: string, phone: string) =>
    `Somebody changed this meanwhile: ${name}, ${phone}. What you typed is still here; save again to put it in its place.`,
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
