import type { FindGaps, Gap, SigningContext } from "./gap.ts";
import { cartridges, device, limits, topicals, zones } from "./gaps-of-needling.ts";
import { deviations } from "./gaps-of-plan.ts";
import { anaesthetic, ending, permission, preparation, sinceLastTime } from "./gaps-of-steps.ts";
import type { SessionRecord } from "./session-record.ts";

/** In the order of work; to ask for more before signing, add a row. */
const steps: readonly FindGaps[] = [
  permission,
  sinceLastTime,
  preparation,
  anaesthetic,
  device,
  cartridges,
  zones,
  topicals,
  ending,
  limits,
  deviations,
];

/** What is still missing before a record can be signed, in the order of work; computed from the data alone. */
export function missingBeforeSigning(record: SessionRecord, context: SigningContext): readonly Gap[] {
  return steps.flatMap((find) => find(record, context));
}

export function isLockable(record: SessionRecord, context: SigningContext): boolean {
  return missingBeforeSigning(record, context).length === 0;
}
