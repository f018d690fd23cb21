import { countries, urgencies } from "@fibril/recovery";
import { z } from "zod";
import { Email, Id, Instant, OptionalText, Phone, Reason, ShortText } from "./common.ts";

const TaskUrgency = z.enum(urgencies).exclude(["expected"]);

/** Minutes that a task of each urgency may wait; one left out follows the founding table. */
export const TaskMinutes = z.partialRecord(TaskUrgency, z.number().int().min(1).max(10_080));
export type TaskMinutes = z.infer<typeof TaskMinutes>;

const ServiceNumber = z.string().regex(/^[0-9+ ]{2,20}$/, "not a number to call");

/** Whom to call from one site when it can't wait. */
export const SitePlace = z.strictObject({
  siteId: Id,
  country: z.enum(countries),
  emergencyNumber: ServiceNumber,
  /** A line for advice that is not an emergency; null where there is none. */
  adviceNumber: ServiceNumber.nullable(),
});
export type SitePlace = z.infer<typeof SitePlace>;

export const AftercareContact = z.strictObject({
  name: ShortText,
  phone: Phone,
  email: Email.nullable(),
  hours: OptionalText,
});
export type AftercareContact = z.infer<typeof AftercareContact>;

const Settings = {
  taskMinutes: TaskMinutes,
  places: z.array(SitePlace).max(100),
  aftercareContact: AftercareContact.nullable(),
  /** Whether new people may book a consultation without calling. */
  selfBooking: z.boolean(),
};

export const ClinicSettingsView = z.object({
  /** 0 until somebody has set anything. */
  version: z.number().int(),
  ...Settings,
  sites: z.array(z.object({ id: Id, name: z.string() })),
  /** The founding table, in minutes; what is not a fixed time counts until the end of the next working day. */
  founding: z.array(z.object({ urgency: TaskUrgency, minutes: z.number().int(), isWorkingDay: z.boolean() })),
  /** What patients read, as composed from the numbers. */
  emergencyText: z.string(),
  countries: z.array(
    z.object({
      country: z.enum(countries),
      name: z.string(),
      emergencyNumber: z.string(),
      adviceNumber: z.string().nullable(),
    }),
  ),
  changed: z.object({ by: z.string(), at: Instant }).nullable(),
  /** Whether the caller may sign a longer clock: a clinician whose registration number is on file. */
  maySignLonger: z.boolean(),
});
export type ClinicSettingsView = z.infer<typeof ClinicSettingsView>;

export const ChangeClinicSettingsBody = z.strictObject({
  version: z.number().int().min(0),
  ...Settings,
  /** Only for a clock longer than the founding table's: why, and the signing clinician's own password. */
  longer: z.strictObject({ reason: Reason, password: z.string().min(1).max(200) }).nullable(),
});
export type ChangeClinicSettingsBody = z.infer<typeof ChangeClinicSettingsBody>;

/** What a signed-in patient reads on every page about healing. */
export const CareContactView = z.object({
  emergencyText: z.string(),
  contact: AftercareContact.nullable(),
});
export type CareContactView = z.infer<typeof CareContactView>;
