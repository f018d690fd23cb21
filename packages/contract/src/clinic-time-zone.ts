import { z } from "zod";
import { Instant, ShortText } from "./common.ts";

/** The zone that the clinic's days follow, and every site with the one that its visits follow. */
export const ClinicTimeZoneView = z.object({
  timeZone: z.string(),
  sites: z.array(z.object({ name: z.string(), timeZone: z.string() })),
});
export type ClinicTimeZoneView = z.infer<typeof ClinicTimeZoneView>;

/** `from` is the zone that the change starts from: where it is another by now, somebody changed it meanwhile. */
export const ChangeTimeZoneBody = z.strictObject({ from: ShortText, to: ShortText });
export type ChangeTimeZoneBody = z.infer<typeof ChangeTimeZoneBody>;

/** What a change of the time zone does, counted before it is done. */
export const TimeZoneChangeView = z.object({
  from: z.string(),
  to: z.string(),
  now: Instant,
  /** Sites that follow the clinic's zone, and those that keep one of their own. */
  following: z.array(z.string()),
  keeping: z.array(z.object({ name: z.string(), timeZone: z.string() })),
  /** Visits still to come, by the clock before or after; each keeps its day and its time on the wall. */
  visits: z.number().int(),
  /** Of those: at another moment than before, so that a calendar which the patient keeps may show another time. */
  shifted: z.number().int(),
  /** Of those: by the new clock their time is over already. */
  over: z.number().int(),
  /** Whose visits shifted; they are written to where an e-mail is known. */
  patients: z.number().int(),
  /** Messages that wait for the morning of their day. */
  messages: z.number().int(),
  /** Why it can't be done, in words; empty where it can. */
  obstacles: z.array(z.string()),
});
export type TimeZoneChangeView = z.infer<typeof TimeZoneChangeView>;
