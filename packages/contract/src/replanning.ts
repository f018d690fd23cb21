import type { CalendarDate } from "@fibril/kernel";
import { z } from "zod";
import { VisitState, VisitView } from "./booking.ts";
import { Day, Id, Instant, Version } from "./common.ts";

/** Why sessions can't be where they are booked: a site closed on days, or a person, room or device away between two. */
export const ReplanCause = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("closure"), siteId: Id, days: z.array(Day).min(1).max(31) }),
  z.strictObject({ kind: z.literal("absence"), resourceId: Id, fromDay: Day, toDay: Day }),
]);
/** `toDay` of what is away without an end. */
export const forGood = "2199-12-31" as CalendarDate;
export type ReplanCause = z.infer<typeof ReplanCause>;

export const PlanAgainBody = z.strictObject({
  cause: ReplanCause,
  /** Whether visits of others, a week or more ahead, may be moved later where that places one more. */
  mayMoveOthers: z.boolean(),
});

export const ReplanCausesView = z.object({
  causes: z.array(
    z.object({
      cause: ReplanCause,
      /** The site, the person, the room or the device. */
      name: z.string(),
      reason: z.string(),
      /** Booked visits that can't be where they are. */
      visits: z.number().int(),
    }),
  ),
});
export type ReplanCausesView = z.infer<typeof ReplanCausesView>;

const ReplanPlaceView = z.object({
  day: z.string(),
  start: z.string(),
  practitioner: Id,
  practitionerName: z.string(),
  prepRoom: Id,
  treatmentRoom: Id,
  roomName: z.string(),
  device: Id.nullable(),
});
export type ReplanPlaceView = z.infer<typeof ReplanPlaceView>;

export const ReplanLineView = z.object({
  visitId: Id,
  patientId: Id,
  patientName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  kind: VisitView.shape.kind,
  ordinal: z.number().int().nullable(),
  visitState: VisitState,
  /** `displaced` can't stay; `movable` steps aside for another. */
  role: z.enum(["displaced", "movable"]),
  before: ReplanPlaceView,
  /** Null where no place was found. */
  after: ReplanPlaceView.nullable(),
  /** The days that the sessions before and after leave; null where they leave none. */
  window: z.object({ from: z.string(), to: z.string(), ideal: z.string() }).nullable(),
  terms: z
    .object({
      daysFromIdeal: z.number().int(),
      daysMoved: z.number().int(),
      practitionerChanged: z.boolean(),
      minutesMoved: z.number().int(),
    })
    .nullable(),
  /** The fewest constraints that stand in the way of one without a place. */
  obstacles: z.array(z.string()),
  /** Visits that must be moved with this one. */
  needs: z.array(Id),
  state: z.enum(["proposed", "without-place", "accepted"]),
});
export type ReplanLineView = z.infer<typeof ReplanLineView>;

export const ReplanView = z.object({
  id: Id,
  cause: ReplanCause,
  name: z.string(),
  mayMoveOthers: z.boolean(),
  /** `improving` while a better plan is looked for. */
  state: z.enum(["improving", "ready"]),
  /** What made the plan: the first answer, the search after it, or the solver. */
  way: z.enum(["first", "search", "solver"]),
  /** No better plan exists for the displaced visits. */
  isProven: z.boolean(),
  createdAt: Instant,
  lines: z.array(ReplanLineView),
  version: z.number().int(),
});
export type ReplanView = z.infer<typeof ReplanView>;

/** All that have a place where `visitIds` is null. */
export const AcceptReplanBody = z.strictObject({
  version: Version,
  visitIds: z.array(Id).min(1).max(500).nullable(),
});
export const ChangeReplanBody = z.strictObject({ version: Version });

export const ReplanAcceptedView = z.object({
  replan: ReplanView,
  moved: z.number().int(),
  /** Patients who are sent one message with all their changes. */
  told: z.number().int(),
  /** Patients without an address: somebody has to call them. */
  toCall: z.array(z.object({ patientId: Id, patientName: z.string(), phone: z.string().nullable() })),
});
export type ReplanAcceptedView = z.infer<typeof ReplanAcceptedView>;

/** What a 409 `taken` of an acceptance carries: what went stale, and what could be proposed for it now. */
export const ReplanTakenView = z.object({ stale: z.array(Id), fresh: z.array(ReplanLineView) });
export type ReplanTakenView = z.infer<typeof ReplanTakenView>;
