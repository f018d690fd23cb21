import { z } from "zod";
import { Day, Email, Id, Instant, Phone, ShortText, TimeOfDay } from "./common.ts";

/** What anybody may know of a clinic before they book: where it is and how to reach it. */
export const BookingClinicView = z.object({
  clinicId: Id,
  name: z.string(),
  phone: z.string(),
  /** Whether the clinic lets people book by themselves; where not, they call. */
  isOpen: z.boolean(),
  sites: z.array(z.object({ id: Id, name: z.string(), address: z.string(), timeZone: z.string() })),
  consultationMinutes: z.number().int(),
  holdMinutes: z.number().int(),
  /** How a code can reach the person who books. */
  codeBy: z.array(z.enum(["email", "phone"])),
  today: z.string(),
});
export type BookingClinicView = z.infer<typeof BookingClinicView>;

export const FreeTimesQuery = z.strictObject({ siteId: Id, from: Day.optional() });
export type FreeTimesQuery = z.infer<typeof FreeTimesQuery>;

/** A week of one site with the times at which a consultation can begin, and the next days that have one. */
export const FreeTimesView = z.object({
  siteId: Id,
  timeZone: z.string(),
  from: z.string(),
  days: z.array(
    z.object({
      day: z.string(),
      times: z.array(
        z.object({
          start: z.string(),
          /** The same moment for a reader in another zone. */
          startsAt: Instant,
        }),
      ),
    }),
  ),
  nextFreeDays: z.array(z.string()),
  /** The last day that can be booked by oneself. */
  last: z.string(),
});
export type FreeTimesView = z.infer<typeof FreeTimesView>;

const Token = z.string().regex(/^[\w-]{20,100}$/, "not a hold");
export const MakeHoldBody = z.strictObject({
  siteId: Id,
  day: Day,
  start: TimeOfDay,
  /** The hold that this one takes the place of. */
  instead: Token.nullable(),
});
export type MakeHoldBody = z.infer<typeof MakeHoldBody>;

const BookedTime = {
  siteName: z.string(),
  address: z.string(),
  day: z.string(),
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  startsAt: Instant,
  endsAt: Instant,
};

export const HoldView = z.object({
  ...BookedTime,
  /** Whoever shows it is the holder. */
  token: z.string(),
  expiresAt: Instant,
  /** How long it still stands, so that a reader's own clock need not be right. */
  secondsLeft: z.number().int(),
});
export type HoldView = z.infer<typeof HoldView>;
export const ReleaseHoldBody = z.strictObject({ token: Token });

export const Contact = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("email"), email: Email }),
  z.strictObject({ by: z.literal("phone"), phone: Phone }),
]);
export type Contact = z.infer<typeof Contact>;

/** Sends a code to the address; the answer is the same whoever it belongs to. */
export const RequestBookingCodeBody = z.strictObject({ token: Token, contact: Contact });

export const BookHeldBody = z.strictObject({
  token: Token,
  givenName: ShortText,
  familyName: ShortText,
  birthDate: Day,
  contact: Contact,
  code: z.string().regex(/^\d{6}$/, "six digits"),
});
export type BookHeldBody = z.infer<typeof BookHeldBody>;

/** The same for a new person as for one the clinic knows. */
export const SelfBookedView = z.object({
  ...BookedTime,
  reference: Id,
  clinicName: z.string(),
  clinicPhone: z.string(),
  isMinor: z.boolean(),
  /** Where the questions before the visit are answered. */
  questions: z.enum(["link-by-email", "at-the-clinic"]),
  noticeHours: z.number().int(),
});
export type SelfBookedView = z.infer<typeof SelfBookedView>;

/** What a signed-in patient may do about their own consultation, in numbers. */
export const MyConsultationView = z.object({
  sites: BookingClinicView.shape.sites,
  visit: z
    .object({ ...BookedTime, id: Id, siteId: Id, practitionerName: z.string(), version: z.number().int() })
    .nullable(),
  /** Whether it may still be moved or cancelled by oneself. */
  mayChange: z.boolean(),
  noticeHours: z.number().int(),
  consultationMinutes: z.number().int(),
  clinicPhone: z.string(),
  today: z.string(),
});
export type MyConsultationView = z.infer<typeof MyConsultationView>;

export const BookMyConsultationBody = z.strictObject({
  siteId: Id,
  day: Day,
  start: TimeOfDay,
  /** The consultation that is moved, with the version that was seen; null for a first one. */
  moves: z.strictObject({ visitId: Id, version: z.number().int().min(1).max(2_147_483_647) }).nullable(),
});
export type BookMyConsultationBody = z.infer<typeof BookMyConsultationBody>;
export const CancelMyConsultationBody = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
});
