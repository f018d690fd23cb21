import { z } from "zod";
import { Id } from "./common.ts";

const ProportionView = z.object({
  part: z.number().int(),
  whole: z.number().int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const overviewRowKinds = [
  "completed-courses",
  "abandoned-courses",
  "open-courses",
  "red-flags",
  "no-shows",
  "stopped-sessions",
  "unsigned-sessions",
  "open-tasks",
  "maintenance-due",
  "service-due",
] as const;
export const OverviewRowKind = z.enum(overviewRowKinds);
export type OverviewRowKind = z.infer<typeof OverviewRowKind>;

/** Every number opens its rows. Shares stand with their 95 % interval and their denominator. */
export const OverviewView = z.object({
  completion: ProportionView,
  abandonedAfter: z.array(z.object({ sessions: z.number().int(), courses: z.number().int() })),
  redFlags: ProportionView,
  noShows: ProportionView,
  counts: z.object({
    "completed-courses": z.number().int(),
    "abandoned-courses": z.number().int(),
    "open-courses": z.number().int(),
    "red-flags": z.number().int(),
    "no-shows": z.number().int(),
    "stopped-sessions": z.number().int(),
    "unsigned-sessions": z.number().int(),
    "open-tasks": z.number().int(),
    "maintenance-due": z.number().int(),
    "service-due": z.number().int(),
  }),
});
export type OverviewView = z.infer<typeof OverviewView>;

export const OverviewRowsQuery = z.strictObject({ of: OverviewRowKind });
export const OverviewRowsView = z.object({
  rows: z.array(z.object({ patientId: Id.nullable(), who: z.string(), what: z.string(), on: z.string() })),
});
export type OverviewRowsView = z.infer<typeof OverviewRowsView>;
