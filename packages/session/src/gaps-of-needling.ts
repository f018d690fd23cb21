import { checkSession, type Finding, findingKey, isOnDepthScale } from "@fibril/protocol";
import { type CartridgeProblem, cartridgeProblem } from "./cartridges.ts";
import { isExpired } from "./expiry.ts";
import { type FindGaps, type Gap, isBlank, refusal, when } from "./gap.ts";
import { isStoppedBeforeNeedling } from "./gaps-of-steps.ts";
import { type SessionRecord, stopOf, type ZoneRecord } from "./session-record.ts";
import { treatmentOf } from "./what-was-done.ts";

export const device: FindGaps = (record) =>
  when(
    !isStoppedBeforeNeedling(record) && (record.device === null || isBlank(record.device.serial)),
    "device",
    "device",
    "Choose the device.",
  );

const cartridgeWords = {
  "lot-or-unit-missing": "The cartridge has no lot or no unit.",
  expired: "The cartridge is past its last day and can't be used.",
  "unit-used": "This cartridge was used in another session.",
  "already-in-this-session": "This cartridge stands twice in the session.",
} as const satisfies Record<CartridgeProblem["code"], string>;

export const cartridges: FindGaps = (record, context) => [
  ...when(
    !isStoppedBeforeNeedling(record) && record.cartridges.length === 0,
    "cartridge",
    "cartridges",
    "Scan or type the cartridge's lot.",
  ),
  ...record.cartridges.flatMap((cartridge, index) => {
    const problem = cartridgeProblem(cartridge, context);
    if (problem === null) return [];
    return [refusal(`cartridge-${problem.code}`, `cartridges.${index}`, cartridgeWords[problem.code])];
  }),
];

export const zones: FindGaps = (record) => [
  ...when(record.zones.length === 0 && stopOf(record) === null, "zones", "zones", "Record at least one zone."),
  ...record.zones.flatMap((zone, index) => gapsOfZone(zone, `zones.${index}`, record)),
];

function gapsOfZone(zone: ZoneRecord, path: string, { cartridges: opened }: SessionRecord): readonly Gap[] {
  const { depthMm, passes, endPoint, cartridgeUnit, state, place } = zone;
  const isKnownUnit = opened.some(({ unit }) => unit === cartridgeUnit);
  return [
    ...when(zone.zone === "body" && isBlank(place), "zone-place", `${path}.place`, "Say where on the body."),
    ...when(state === "proposed", "zone-proposed", path, "Confirm the proposed values or change them."),
    ...when(
      depthMm === null || !isOnDepthScale(depthMm),
      "zone-depth",
      `${path}.depthMm`,
      "Set the depth in steps of 0.05 mm.",
    ),
    ...when(passes === null || passes < 1, "zone-passes", `${path}.passes`, "Record the passes."),
    ...when(endPoint === null, "zone-end-point", `${path}.endPoint`, "Record the end point."),
    ...when(!isKnownUnit, "zone-cartridge", `${path}.cartridgeUnit`, "Say which cartridge was used here."),
  ];
}

export const topicals: FindGaps = (record, { today }) => [
  ...when(
    record.topicals === null && !isStoppedBeforeNeedling(record),
    "topicals",
    "topicals",
    "Say whether anything was put on the skin while the channels were open.",
  ),
  ...(record.topicals ?? []).flatMap(({ lot, expiresOn }, index) => {
    const isPast = expiresOn !== null && isExpired(expiresOn, today);
    return [
      ...when(isBlank(lot), "topical-lot", `topicals.${index}.lot`, "Record the product's lot."),
      ...(isPast
        ? [refusal("topical-expired", `topicals.${index}.expiresOn`, "The product is past its last day.")]
        : []),
    ];
  }),
];

/** A block of the protocol can't be signed away; a finding that needs a reason needs it in writing. */
export const limits: FindGaps = (record, { person }) =>
  checkSession(treatmentOf(record, person)).flatMap((finding): readonly Gap[] => {
    const key = findingKey(finding);
    const place = { path: placeOf(finding, record), words: finding.message, finding: key };
    if (finding.severity === "block") return [{ code: "limit", kind: "refused", ...place }];
    if (finding.severity === "warn" || !isBlank(record.reasons[key])) return [];
    return [{ code: "reason", kind: "missing", ...place }];
  });

/** Zones without a depth are not checked, so a finding's zone is looked up by its name. */
function placeOf({ zone, path }: Finding, record: SessionRecord): string {
  return zone === null ? path : `zones.${record.zones.findIndex((candidate) => candidate.zone === zone)}`;
}
