import { checkAnaesthetic } from "./check-anaesthetic.ts";
import { checkCombinations } from "./check-combinations.ts";
import { checkDevice } from "./check-device.ts";
import { checkTopicals } from "./check-topicals.ts";
import { checkZones } from "./check-zones.ts";
import { only } from "./finding.ts";
import { type Finding, severities, type Treatment } from "./treatment.ts";

/**
 * Everything the protocol has to say about a session, planned or done: blocks first, then what needs a reason, then
 * warnings, each in the order of the session. Depth is looked up and limited, never computed for a person; what is
 * unknown is a finding, never "fine". Advice to a professional, who decides and signs.
 */
export function checkSession(treatment: Treatment): readonly Finding[] {
  const found = [
    ...checkZones(treatment),
    ...checkDevice(treatment),
    ...checkAnaesthetic(treatment),
    ...checkTopicals(treatment),
    ...checkCombinations(treatment),
  ];
  return severities.flatMap((severity) => only(found, severity));
}
