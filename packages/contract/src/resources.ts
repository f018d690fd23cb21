import { weekdays } from "@fibril/kernel";
import { z } from "zod";
import { VisitView } from "./booking.ts";
import { Day, Id, OptionalText, ShortText, TimeOfDay, Version } from "./common.ts";

const Weekday = z.enum(weekdays);

/** Why a booked visit can't be where it is any more. */
export const outOfPlaceReasons = [
  "unknown-resource",
  "closed",
  "outside-opening",
  "outside-roster",
  "on-leave",
  "not-qualified",
  "wrong-kind",
  "out-of-service",
  "skipped-by-clock",
] as const;
export const OutOfPlaceView = z.object({
  visit: VisitView,
  reason: z.enum(outOfPlaceReasons),
  /** The room or device that is out of service. */
  outId: Id.nullable(),
});
export type OutOfPlaceView = z.infer<typeof OutOfPlaceView>;

const HoursView = z.object({ weekday: Weekday, from: z.string(), to: z.string() });
export type HoursView = z.infer<typeof HoursView>;

export const SiteSetUpView = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string(),
  address: z.string(),
  hours: z.array(HoursView),
  /** From today on. */
  closures: z.array(z.object({ day: z.string(), reason: z.string() })),
  version: z.number().int(),
});
export type SiteSetUpView = z.infer<typeof SiteSetUpView>;

export const ResourceSetUpView = z.object({
  id: Id,
  kind: z.enum(["practitioner", "room", "device"]),
  name: z.string(),
  siteId: Id.nullable(),
  /** What a room or a device is for: "prep", "treatment", "pen". */
  kinds: z.array(z.string()),
  serviceDueOn: z.string().nullable(),
  calibrationDueOn: z.string().nullable(),
  /** What is overdue: not bookable, and nobody may book it anyway. */
  overdue: z.array(z.enum(["service", "calibration"])),
  /** The last day on which a room or device can be booked. */
  endedOn: z.string().nullable(),
  qualifications: z.array(
    z.object({ name: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
  ),
  roster: z.array(z.object({ ...HoursView.shape, siteId: Id })),
  /** Leave of a person, outages of a thing, from today on. */
  absences: z.array(z.object({ id: Id, fromDay: z.string(), toDay: z.string(), reason: z.string() })),
  version: z.number().int(),
});
export type ResourceSetUpView = z.infer<typeof ResourceSetUpView>;

export const ServiceSetUpView = z.object({
  id: Id,
  kind: z.enum(["consultation", "session"]),
  name: z.string(),
  prepMinutes: z.number().int(),
  treatmentMinutes: z.number().int(),
  notesMinutes: z.number().int(),
  roomTurnoverMinutes: z.number().int(),
  deviceCleaningMinutes: z.number().int(),
  qualification: z.string(),
  prepRoomKind: z.string(),
  treatmentRoomKind: z.string(),
  deviceKind: z.string().nullable(),
  version: z.number().int(),
});
export type ServiceSetUpView = z.infer<typeof ServiceSetUpView>;

export const ResourcesView = z.object({
  sites: z.array(SiteSetUpView),
  resources: z.array(ResourceSetUpView),
  services: z.array(ServiceSetUpView),
  /** Practitioners who can't be booked yet. */
  unlisted: z.array(z.object({ staffId: Id, name: z.string() })),
  /** Booked visits that can't be where they are as the clinic is set up now. */
  outOfPlace: z.array(OutOfPlaceView),
});
export type ResourcesView = z.infer<typeof ResourcesView>;

/** The set-up after a change, and the visits that this change put out of place. */
export const ChangedResourcesView = z.object({ set: ResourcesView, touched: z.array(OutOfPlaceView) });
export type ChangedResourcesView = z.infer<typeof ChangedResourcesView>;

const Hours = z.strictObject({ weekday: Weekday, from: TimeOfDay, to: TimeOfDay });
export const ReplaceOpeningBody = z.strictObject({ version: Version, hours: z.array(Hours).max(28) });
export const ReplaceRosterBody = z.strictObject({
  version: Version,
  roster: z.array(z.strictObject({ ...Hours.shape, siteId: Id })).max(56),
});
export const ReplaceQualificationsBody = z.strictObject({
  version: Version,
  qualifications: z
    .array(z.strictObject({ name: ShortText, validFrom: Day.nullable(), validTo: Day.nullable() }))
    .max(20),
});
const Kinds = z.array(ShortText).max(10);
export const ChangeResourceBody = z.strictObject({
  version: Version,
  name: ShortText,
  kinds: Kinds,
  serviceDueOn: Day.nullable(),
  calibrationDueOn: Day.nullable(),
});
export const AddResourceBody = z.strictObject({
  kind: z.enum(["practitioner", "room", "device"]),
  name: ShortText,
  /** Where a room or a device stands. */
  siteId: Id.nullable(),
  /** Which member of staff a practitioner is. */
  staffId: Id.nullable(),
  kinds: Kinds,
});
export type AddResourceBody = z.infer<typeof AddResourceBody>;
/** `lastDay` null: it stays in use. */
export const EndResourceBody = z.strictObject({ version: Version, lastDay: Day.nullable() });
export const ChangeSiteBody = z.strictObject({ version: Version, name: ShortText, address: OptionalText });
export const AddSiteBody = z.strictObject({ name: ShortText, timeZone: ShortText, address: OptionalText });

const minutes = (least: number) => z.number().int().min(least).max(480).multipleOf(5);
export const ChangeServiceTimesBody = z.strictObject({
  version: Version,
  prepMinutes: minutes(0),
  treatmentMinutes: minutes(5),
  notesMinutes: minutes(0),
  roomTurnoverMinutes: minutes(0),
  deviceCleaningMinutes: minutes(0),
});
export type ChangeServiceTimesBody = z.infer<typeof ChangeServiceTimesBody>;
