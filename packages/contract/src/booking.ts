import { weekdays } from "@fibril/kernel";
import { z } from "zod";
import { Day, Id, Instant, Reason, ShortText, TimeOfDay, Version } from "./common.ts";

const Weekday = z.enum(weekdays);
export const visitStates = ["booked", "arrived", "in-room", "done", "late", "cancelled", "no-show"] as const;
export const VisitState = z.enum(visitStates);
export type VisitState = z.infer<typeof VisitState>;

export const VisitView = z.object({
  id: Id,
  patientId: Id,
  patientName: z.string(),
  kind: z.enum(["consultation", "session", "review"]),
  courseId: Id.nullable(),
  ordinal: z.number().int().nullable(),
  siteId: Id,
  siteName: z.string(),
  /** Empty where the clinic did not write it down. */
  siteAddress: z.string(),
  day: z.string(),
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  practitionerId: Id,
  practitionerName: z.string(),
  prepRoomId: Id,
  treatmentRoomId: Id,
  roomName: z.string(),
  deviceId: Id.nullable(),
  state: VisitState,
  cancelledBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type VisitView = z.infer<typeof VisitView>;

export const ResourceView = z.object({
  id: Id,
  kind: z.enum(["practitioner", "room", "device"]),
  name: z.string(),
  siteId: Id.nullable(),
  staffId: Id.nullable(),
  kinds: z.array(z.string()),
  serviceDueOn: z.string().nullable(),
  calibrationDueOn: z.string().nullable(),
  /** The last day on which it can be booked. */
  endedOn: z.string().nullable(),
  qualifications: z.array(
    z.object({ name: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable() }),
  ),
  version: z.number().int(),
});
export type ResourceView = z.infer<typeof ResourceView>;

export const SiteView = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string(),
  opening: z.partialRecord(Weekday, z.array(z.tuple([z.string(), z.string()]))),
});
export type SiteView = z.infer<typeof SiteView>;

export const ClinicSetUpView = z.object({
  sites: z.array(SiteView),
  resources: z.array(ResourceView),
  services: z.array(
    z.object({ id: Id, kind: z.enum(["consultation", "session"]), name: z.string(), minutes: z.number().int() }),
  ),
});
export type ClinicSetUpView = z.infer<typeof ClinicSetUpView>;

export const CalendarQuery = z.strictObject({ siteId: Id, from: Day, days: z.coerce.number().int().min(1).max(14) });
export const CalendarView = z.object({
  siteId: Id,
  from: z.string(),
  days: z.array(
    z.object({
      day: z.string(),
      closed: z.string().nullable(),
      opening: z.array(z.tuple([z.string(), z.string()])),
      visits: z.array(VisitView),
      away: z.array(z.object({ resourceId: Id, reason: z.string() })),
    }),
  ),
});
export type CalendarView = z.infer<typeof CalendarView>;

/** A session as a search suggests it and as a booking takes it; the field names are those of `fibril course search`. */
export const SessionPlace = z.strictObject({
  day: Day,
  start: TimeOfDay,
  practitioner: Id,
  prepRoom: Id,
  treatmentRoom: Id,
  device: Id,
});
export type SessionPlace = z.infer<typeof SessionPlace>;

export const SuggestCourseBody = z.strictObject({
  siteId: Id,
  sessions: z.number().int().min(3).max(6),
  gapDays: z.strictObject({
    min: z.number().int().min(28).max(42),
    max: z.number().int().min(28).max(42),
    target: z.number().int().min(28).max(42),
  }),
  earliest: Day,
  latest: Day,
  weekdays: z.array(Weekday).min(1).max(7).nullable(),
  blockedDays: z.array(Day).max(200),
  preferred: z.array(z.tuple([TimeOfDay, TimeOfDay])).max(4),
  practitionerId: Id.nullable(),
});
export type SuggestCourseBody = z.infer<typeof SuggestCourseBody>;

export const CourseSuggestionView = z.object({
  cost: z.number(),
  terms: z.object({ gap: z.number(), practitioner: z.number(), wait: z.number(), preference: z.number() }),
  sessions: z.array(
    z.object({
      day: z.string(),
      start: z.string(),
      end: z.string(),
      practitioner: Id,
      practitionerName: z.string(),
      prepRoom: Id,
      treatmentRoom: Id,
      roomName: z.string(),
      device: Id,
    }),
  ),
});
export type CourseSuggestionView = z.infer<typeof CourseSuggestionView>;

export const CourseSuggestionsView = z.object({
  courses: z.array(CourseSuggestionView),
  refusal: z
    .object({
      session: z.number().int(),
      blocking: z.array(z.string()),
      relaxations: z.array(
        z.object({
          change: z.array(z.object({ op: z.string(), path: z.string(), value: z.unknown().optional() })),
          cost: z.number(),
        }),
      ),
    })
    .nullable(),
});
export type CourseSuggestionsView = z.infer<typeof CourseSuggestionsView>;

/** What an owner or a manager may go past with a reason; nothing else is ever gone past. */
export const overridableRules = ["gap-too-short", "gap-too-long", "outside-roster"] as const;
export type OverridableRule = (typeof overridableRules)[number];
/** The wish to book or move although a rule of the clinic says no. */
export const BookingOverride = z.strictObject({ reason: Reason });
/** What a refusal carries where every rule that refused may be gone past. */
export const OverridableRules = z.object({
  overridable: z.array(z.object({ rule: z.enum(overridableRules), path: z.string(), said: z.string() })),
});

/** One reason for every rule of a course that is gone past, or a reason for each. */
export const CourseOverride = z.union([
  BookingOverride,
  z.strictObject({
    reasons: z
      .array(z.strictObject({ path: z.string().max(40), rule: z.enum(overridableRules), reason: Reason }))
      .min(1)
      .max(12),
  }),
]);
export type CourseOverride = z.infer<typeof CourseOverride>;

export const BookCourseBody = z.strictObject({
  siteId: Id,
  gapDays: SuggestCourseBody.shape.gapDays,
  sessions: z.array(SessionPlace).min(3).max(6),
  override: CourseOverride.optional(),
});
export type BookCourseBody = z.infer<typeof BookCourseBody>;

export const CourseView = z.object({
  id: Id,
  patientId: Id,
  concerns: z.array(z.string()),
  area: z.string(),
  plannedSessions: z.number().int(),
  gapDays: z.object({ min: z.number().int(), max: z.number().int(), target: z.number().int() }),
  state: z.enum(["planned", "under-way", "completed", "abandoned"]),
  abandonedReason: z.string().nullable(),
  abandonedAt: Instant.nullable(),
  abandonedBy: z.string().nullable(),
  plannedAt: Instant,
  sessions: z.array(
    z.object({
      ordinal: z.number().int(),
      visit: VisitView.nullable(),
      /** The days on which it may be, from the session before it; null while that one has no day. */
      window: z.object({ from: z.string(), to: z.string(), target: z.string() }).nullable(),
      performedOn: z.string().nullable(),
      stoppedEarly: z.string().nullable(),
      /** The record of the session once it was begun, signed or not. */
      recordId: Id.nullable(),
    }),
  ),
  maintenance: z
    .object({
      from: z.string(),
      to: z.string(),
      state: z.enum(["not-yet", "due", "overdue", "declined"]),
      declinedOn: z.string().nullable(),
      /** Declined so lately that the patient can take it back by themselves. */
      mayTakeBack: z.boolean(),
    })
    .nullable(),
  version: z.number().int(),
});
export type CourseView = z.infer<typeof CourseView>;
export const CoursesView = z.object({ courses: z.array(CourseView) });
export type CoursesView = z.infer<typeof CoursesView>;

export const AbandonCourseBody = z.strictObject({ version: Version, reason: Reason });
export const DeclineMaintenanceBody = z.strictObject({ version: Version });

export const SuggestVisitBody = z.strictObject({
  siteId: Id,
  serviceKind: z.enum(["consultation", "session"]),
  from: Day,
  to: Day,
  practitionerId: Id.nullable(),
  /** Times of day that suit; left out where any does. */
  preferred: SuggestCourseBody.shape.preferred.optional(),
});
export const VisitPlace = z.strictObject({
  day: Day,
  start: TimeOfDay,
  practitioner: Id,
  prepRoom: Id,
  treatmentRoom: Id,
  device: Id.nullable(),
});
export type VisitPlace = z.infer<typeof VisitPlace>;
export const VisitPlacesView = z.object({
  places: z.array(
    z.object({
      ...VisitPlace.shape,
      day: z.string(),
      start: z.string(),
      practitionerName: z.string(),
      roomName: z.string(),
    }),
  ),
});
export type VisitPlacesView = z.infer<typeof VisitPlacesView>;
export const BookConsultationBody = z.strictObject({
  siteId: Id,
  place: VisitPlace,
  override: BookingOverride.optional(),
});

export const ChangeVisitStateBody = z.strictObject({
  version: Version,
  state: VisitState,
  /** Who cancelled; needed for `cancelled`. */
  cancelledBy: z.enum(["patient", "clinic"]).nullable(),
  reason: Reason.nullable(),
});

export const MoveSessionBody = z.strictObject({
  place: SessionPlace,
  version: Version,
  override: BookingOverride.optional(),
});
/** The version that the move gave the session. */
export const UndoMoveBody = z.strictObject({ version: Version });
export const MovePreviewView = z.object({
  /** Whether anybody has an address to which the new times are written; otherwise somebody must call. */
  isTold: z.boolean(),
  changes: z.array(
    z.object({
      visitId: Id,
      ordinal: z.number().int(),
      before: z.object({ day: z.string(), start: z.string() }),
      after: z.object({ ...SessionPlace.shape, day: z.string(), start: z.string() }),
    }),
  ),
});
export type MovePreviewView = z.infer<typeof MovePreviewView>;

export const AddSiteClosureBody = z.strictObject({ day: Day, reason: ShortText });
/** Several closed days at once, each with its name: a year's bank holidays, or a holiday of the whole clinic. */
export const AddSiteClosuresBody = z.strictObject({ closures: z.array(AddSiteClosureBody).min(1).max(100) });
export const AddAbsenceBody = z.strictObject({ fromDay: Day, toDay: Day, reason: ShortText });
