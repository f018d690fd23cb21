/** States and kinds as the overview says them; the ids are the tables' own. */
export const courseStateWords = {
  planned: "booked, not begun",
  "under-way": "under way",
  completed: "completed",
  abandoned: "ended early",
} as const;

export const visitKindWords = { consultation: "Consultation", session: "Session", review: "Review" } as const;
