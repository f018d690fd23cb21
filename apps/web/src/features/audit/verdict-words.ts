import type { AuditVerdictView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";

const { audit } = messages;
const number = new Intl.NumberFormat("en-GB");

/** What the check of the chain found, in one sentence. */
export function verdictWords({ events, fault }: AuditVerdictView): string {
  if (fault) return audit.faults[fault.what].replace("%n", number.format(fault.sequence));
  if (events === 0) return audit.wholeNone;
  return events === 1 ? audit.wholeOne : audit.whole(number.format(events));
}
