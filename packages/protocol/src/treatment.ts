import type { Cited, EvidenceTier } from "@fibril/evidence";
import type { AnaestheticQuestion, AnaestheticUse } from "./anaesthetics.ts";
import type { CombinationId } from "./combinations.ts";
import type { DeviceLabel } from "./device.ts";
import type { Person } from "./person.ts";
import type { EndPoint } from "./technique.ts";
import type { TopicalUse } from "./topicals.ts";
import type { ZoneId } from "./zones.ts";

export interface ZoneTreatment {
  readonly zone: ZoneId;
  readonly depthMm: number;
  readonly passes: number | null;
  readonly endPoint: EndPoint | null;
}

export const answers = ["yes", "no", "unknown"] as const;
export type Answer = (typeof answers)[number];

/** A session as planned or done, as far as the protocol's limits go. Left out or null is unknown. */
export interface Treatment {
  readonly person: Person;
  readonly device: DeviceLabel | null;
  readonly cartridgeUsedBefore: boolean | null;
  readonly zones: readonly ZoneTreatment[];
  readonly anaesthetics: readonly AnaestheticUse[];
  /** A question left out was not asked. */
  readonly anaestheticAnswers: { readonly [Question in AnaestheticQuestion]?: Answer };
  readonly topicals: readonly TopicalUse[];
  readonly combinations: readonly { readonly with: CombinationId; readonly daysApart: number }[];
}

/** Strictest first. `block`: not done; `reason-required`: only with a written reason; `warn`: shown. */
export const severities = ["block", "reason-required", "warn"] as const;
export type Severity = (typeof severities)[number];

export interface Finding extends Cited {
  readonly rule: string;
  readonly severity: Severity;
  /** Dotted place in the treatment that fired it. */
  readonly path: string;
  readonly zone: ZoneId | null;
  readonly message: string;
  readonly tier: EvidenceTier;
}
