import { z } from "zod";
import { Id, Instant } from "./common.ts";

/** A person's own calendar feed as it can be shown again: its address is shown once, when it is made. */
export const CalendarFeedView = z.object({
  id: Id,
  createdAt: Instant,
  /** To the hour: when a calendar program last fetched it. */
  lastReadAt: Instant.nullable(),
});
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;

export const MyCalendarFeedView = z.object({
  /** Whether this person has visits of their own that a feed could hold. */
  hasVisits: z.boolean(),
  feed: CalendarFeedView.nullable(),
});
export type MyCalendarFeedView = z.infer<typeof MyCalendarFeedView>;

export const NewCalendarFeedView = z.object({ feed: CalendarFeedView, url: z.string() });
export type NewCalendarFeedView = z.infer<typeof NewCalendarFeedView>;

/** The last part of a feed's address: an opaque secret and `.ics`. */
export const FeedFile = z.string().regex(/^[\w-]{43}\.ics$/, "not the address of a calendar");
