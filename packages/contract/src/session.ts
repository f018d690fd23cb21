import type { MinuteOfDay } from "@fibril/kernel";
import {
  anaestheticProductIds,
  anaestheticQuestions,
  answers,
  antisepticIds,
  bleedingGrades,
  directions,
  endPoints,
  regions,
  topicalIds,
  zoneIds,
} from "@fibril/protocol";
import { preparationStepIds, stopReasons } from "@fibril/session";
import { z } from "zod";
import { Day, Id, Instant, LongText, OptionalText, Reason, ShortText, Version } from "./common.ts";
import { WeightView } from "./patient.ts";
import { OutcomeView } from "./suitability.ts";

type Names<Name extends string> = [Name, ...Name[]];
/** An enum of a domain table, whose ids are given as a list. */
function oneOf<Name extends string>(names: readonly Name[]) {
  return z.enum(names as Names<Name>);
}

const Minute = z
  .number()
  .int()
  .min(0)
  .max(1440)
  .pipe(z.custom<MinuteOfDay>((value) => typeof value === "number"));
const DepthMm = z.number().min(0.05).max(3);
const Phototype = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

export const DeviceLabelView = z.object({
  name: z.string(),
  maxDepthMm: z.number().nullable(),
  minAgeYears: z.number().nullable(),
  sites: z.array(oneOf(regions)).nullable(),
  fitzpatrick: z.array(Phototype).nullable(),
  singleUseCartridge: z.boolean(),
});

const CreamBody = z.strictObject({
  product: oneOf(anaestheticProductIds),
  lot: OptionalText,
  lidocainePercent: z.number().min(0).max(100).nullable(),
  /** `unknown`: asked, and nobody knows; null: not asked. */
  overTheCounter: z.union([z.boolean(), z.literal("unknown")]).nullable(),
  grams: z.number().min(0).max(500).nullable(),
  areaCm2: z.number().min(0).max(5000).nullable(),
  onAt: Minute.nullable(),
  offAt: Minute.nullable(),
  removedBeforeNeedling: z.boolean().nullable(),
});

const AnaestheticBody = z.strictObject({
  used: z.enum(["yes", "no"]),
  answers: z.partialRecord(oneOf(anaestheticQuestions), z.enum(answers)),
  creams: z.array(CreamBody).max(6),
});

const ZoneBody = z.strictObject({
  zone: oneOf(zoneIds),
  /** Where on the body; only the zone "body" needs it. */
  place: OptionalText,
  state: z.enum(["proposed", "confirmed"]),
  depthMm: DepthMm.nullable(),
  passes: z.number().int().min(0).max(60).nullable(),
  endPoint: z.enum(endPoints).nullable(),
  bleeding: z.enum(bleedingGrades).nullable(),
  directions: z.array(z.enum(directions)).max(4),
  speed: OptionalText.nullable(),
  cartridgeUnit: OptionalText.nullable(),
});

/** The treatment record as it is filled in; null is "not recorded yet" everywhere. The device's label is the register's. */
export const SessionRecordBody = z.strictObject({
  sinceLastTime: z.strictObject({ changed: z.enum(["yes", "no"]), note: LongText }).nullable(),
  preparation: z.partialRecord(oneOf(preparationStepIds), z.boolean()),
  antiseptic: oneOf(antisepticIds).nullable(),
  anaesthetic: AnaestheticBody.nullable(),
  device: z.strictObject({ deviceId: Id, serial: OptionalText, label: DeviceLabelView }).nullable(),
  cartridges: z.array(z.strictObject({ lot: ShortText, unit: ShortText, expiresOn: Day })).max(20),
  zones: z.array(ZoneBody).max(60),
  topicals: z
    .array(
      z.strictObject({
        product: oneOf(topicalIds),
        name: OptionalText,
        lot: OptionalText,
        sterile: z.boolean().nullable(),
        expiresOn: Day.nullable(),
      }),
    )
    .max(20)
    .nullable(),
  painScore: z.number().int().min(0).max(10).nullable(),
  /** "no" where it went on to its end. */
  stoppedEarly: z.union([z.literal("no"), z.strictObject({ reason: z.enum(stopReasons), note: LongText })]).nullable(),
  reasons: z.record(OptionalText, LongText),
  note: LongText,
});
export type SessionRecordBody = z.infer<typeof SessionRecordBody>;

/** Depth and passes meant for one zone; the reason is needed where the protocol asks for one at that depth. */
export const PlannedZone = z.strictObject({
  zone: oneOf(zoneIds),
  depthMm: DepthMm,
  passes: z.number().int().min(1).max(60).nullable(),
  reason: OptionalText,
});
export type PlannedZone = z.infer<typeof PlannedZone>;

/** The course's own version; an empty list takes the plan away. */
export const PlanDepthsBody = z.strictObject({ version: Version, zones: z.array(PlannedZone).max(60) });
export const DepthPlanView = z.object({
  courseId: Id,
  zones: z.array(PlannedZone),
  plannedBy: z.string().nullable(),
  plannedAt: Instant.nullable(),
  /** Labels of the devices that the sessions still to come are booked with; empty where none is booked. */
  devices: z.array(DeviceLabelView),
  version: z.number().int(),
});
export type DepthPlanView = z.infer<typeof DepthPlanView>;

/** What changed since last time. Changed answers are kept in the consultation first, so that today's verdict knows them. */
export const StartSessionBody = z.strictObject({
  changed: z.enum(["yes", "no"]),
  note: LongText,
  /** Who looked at the patient's open red flags and what was decided; without it a session does not start on one. */
  redFlag: z.strictObject({ lookedAtBy: ShortText, decision: Reason }).optional(),
});
export const SaveSessionBody = z.strictObject({ version: Version, record: SessionRecordBody });
export const SignSessionBody = z.strictObject({ version: Version });
export const AmendSessionBody = z.strictObject({ record: SessionRecordBody, reason: Reason });

export const GapView = z.object({
  code: z.string(),
  path: z.string(),
  words: z.string(),
  kind: z.enum(["missing", "refused"]),
  finding: z.string().nullable(),
});
export type GapView = z.infer<typeof GapView>;

export const SessionView = z.object({
  id: Id,
  patientId: Id,
  patientName: z.string(),
  courseId: Id,
  visitId: Id,
  ordinal: z.number().int(),
  plannedSessions: z.number().int(),
  state: z.enum(["draft", "signed"]),
  performedOn: z.string(),
  /** As it stands: of an amended session the newest amendment's. */
  record: SessionRecordBody,
  screening: OutcomeView,
  /** What keeps it from being signed; empty once it may be. */
  gaps: z.array(GapView),
  /** The signed record of the session before, whose values may be proposed. */
  last: SessionRecordBody.nullable(),
  /** The plan by zone as it stood when the session began; null where there was none. */
  plan: z.array(PlannedZone).nullable(),
  /** The newest weight measured by that day. */
  weight: WeightView.nullable(),
  signed: z.object({ by: z.string(), at: Instant, sha256: z.string(), intact: z.boolean() }).nullable(),
  amendments: z.array(
    z.object({
      id: Id,
      before: SessionRecordBody,
      after: SessionRecordBody,
      reason: z.string(),
      by: z.string(),
      at: Instant,
    }),
  ),
  ageYears: z.number().int(),
  fitzpatrick: z.number().int().nullable(),
  version: z.number().int(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SessionSummaryView = z.object({
  id: Id,
  ordinal: z.number().int(),
  performedOn: z.string(),
  state: z.enum(["draft", "signed"]),
  deepestMm: z.number().nullable(),
  zones: z.number().int(),
  painScore: z.number().int().nullable(),
  stoppedEarly: z.string().nullable(),
  signedBy: z.string().nullable(),
});
export type SessionSummaryView = z.infer<typeof SessionSummaryView>;
export const SessionListView = z.object({ sessions: z.array(SessionSummaryView) });

export const DeviceView = z.object({
  id: Id,
  name: z.string(),
  serial: z.string(),
  label: DeviceLabelView,
  serviceDueOn: z.string().nullable(),
});
export type DeviceView = z.infer<typeof DeviceView>;
export const DevicesView = z.object({ devices: z.array(DeviceView) });
