import { type CalendarDate, type MinuteOfDay, parseCalendarDate, parseMinuteOfDay } from "@fibril/kernel";
import { z } from "zod";

/** Text that a person typed: no NUL, no lone surrogate (PostgreSQL and JSON refuse them), trimmed length within bounds. */
function typed(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), "has a character that can't be stored");
}

export const Id = z.uuid();
export const ShortText = typed(200).refine((text) => text.trim().length > 0, "must not be empty");
export const OptionalText = typed(200);
export const LongText = typed(10_000);
export const Reason = typed(1_000).refine((text) => text.trim().length >= 3, "say why, in a few words");
/** A reason that nobody owes: it may be left empty. */
export const OptionalReason = typed(1_000);
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseCalendarDate(text) !== null, "no such day")
  .refine((text) => text >= "1900-01-01" && text < "2200-01-01", "must be between 1900 and 2199")
  .pipe(z.custom<CalendarDate>((value) => typeof value === "string"));
export const TimeOfDay = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .refine((text) => parseMinuteOfDay(text) !== null, "no such time of day");
export type TimeOfDayMinutes = MinuteOfDay;
export const Instant = z.iso.datetime({ offset: true });
export const Version = z.number().int().min(1).max(2_147_483_647);
export const Email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/, "not an e-mail address")
  .refine((text) => text.isWellFormed(), "not an e-mail address");
export const Phone = typed(40).regex(/^[+0-9 ().-]{5,40}$/, "not a telephone number");

export const roles = ["owner", "manager", "practitioner", "front-desk", "auditor", "patient", "integrator"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;
export const StaffRole = z.enum(["owner", "manager", "practitioner", "front-desk", "auditor", "integrator"]);
export type StaffRole = z.infer<typeof StaffRole>;
