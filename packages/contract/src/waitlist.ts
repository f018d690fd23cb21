import { weekdays } from "@fibril/kernel";
import { z } from "zod";
import { Day, Id, Instant, Reason, TimeOfDay, Version } from "./common.ts";

/** Why nothing is offered to somebody just now; the words are the screen's. */
export const waitingStands = [
  "wish-is-over",
  "not-permitted",
  "previous-unplaced",
  "gap",
  "before-permission",
  "as-early-already",
  "visit-is-over",
  "no-free-time",
  "offer-is-open",
  "asked-three-times-today",
] as const;
export const WaitingStand = z.enum(waitingStands);
export type WaitingStand = z.infer<typeof WaitingStand>;

export const WaitlistOfferView = z.object({
  id: Id,
  day: z.string(),
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  siteName: z.string(),
  practitionerName: z.string(),
  state: z.enum(["open", "accepted", "declined", "expired", "withdrawn"]),
  offeredAt: Instant,
  expiresAt: Instant,
  /** How long it still stands. */
  secondsLeft: z.number().int(),
  answeredBy: z.string().nullable(),
});
export type WaitlistOfferView = z.infer<typeof WaitlistOfferView>;

const Wish = {
  kind: z.enum(["consultation", "session"]),
  courseId: Id.nullable(),
  ordinal: z.number().int().min(1).max(6).nullable(),
  siteId: Id,
  from: Day,
  to: Day,
  weekdays: z.array(z.enum(weekdays)).min(1).max(7),
  fromTime: TimeOfDay,
  toTime: TimeOfDay,
  practitionerId: Id.nullable(),
};

export const WaitlistEntryView = z.object({
  ...Wish,
  from: z.string(),
  to: z.string(),
  fromTime: z.string(),
  toTime: z.string(),
  id: Id,
  patientId: Id,
  patientName: z.string(),
  phone: z.string().nullable(),
  /** Whether a message can reach them, or the desk has to call. */
  reach: z.enum(["message", "telephone"]),
  siteName: z.string(),
  practitionerName: z.string().nullable(),
  waitingSince: Instant,
  addedBy: z.string(),
  /** The visit that they have for it now. */
  present: z.object({ day: z.string(), start: z.string() }).nullable(),
  /** The present day lies outside the clinical window, or there is none. */
  returnsToWindow: z.boolean(),
  /** What can be offered now; null where nothing can. */
  free: z.object({ day: z.string(), start: z.string(), practitionerName: z.string() }).nullable(),
  whyNot: WaitingStand.nullable(),
  lastOffer: WaitlistOfferView.nullable(),
  offersToday: z.number().int(),
  version: z.number().int(),
});
export type WaitlistEntryView = z.infer<typeof WaitlistEntryView>;

/** In the order in which places are offered. */
export const WaitlistView = z.object({ entries: z.array(WaitlistEntryView), offersPerDay: z.number().int() });
export type WaitlistView = z.infer<typeof WaitlistView>;

export const AddToWaitlistBody = z.strictObject({ patientId: Id, ...Wish });
export type AddToWaitlistBody = z.infer<typeof AddToWaitlistBody>;
export const RemoveFromWaitlistBody = z.strictObject({ version: Version, reason: Reason });
export const AnswerOfferBody = z.strictObject({ answer: z.enum(["accept", "decline"]) });

export const MyWaitlistOffersView = z.object({
  offers: z.array(
    z.object({
      ...WaitlistOfferView.omit({ answeredBy: true }).shape,
      kind: Wish.kind,
      ordinal: z.number().int().nullable(),
      present: z.object({ day: z.string(), start: z.string() }).nullable(),
    }),
  ),
});
export type MyWaitlistOffersView = z.infer<typeof MyWaitlistOffersView>;
