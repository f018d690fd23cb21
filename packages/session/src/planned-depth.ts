import type { ZoneId } from "@fibril/protocol";

/** Depth and passes meant for one zone; the practitioner's own setting, never computed for a person. */
export interface PlannedDepth {
  readonly zone: ZoneId;
  readonly depthMm: number;
  readonly passes: number | null;
  /** Why, where the protocol asks for a reason at that depth; otherwise empty. */
  readonly reason: string;
}
