import type { AntisepticId, ZoneId } from "@fibril/protocol";
import type { PlannedDepth } from "./planned-depth.ts";
import { dropReasons } from "./reasons.ts";
import type { AnaestheticStep, PreparationStep, SessionRecord } from "./session-record.ts";
import {
  applyToZones,
  confirmZones,
  proposeFromLast,
  proposeFromPlan,
  removeZones,
  type ZoneValues,
} from "./zone-operations.ts";

/** What the session screen can do to a record; a cartridge goes through `addCartridge`, which may refuse it. */
export type SessionChange =
  | { readonly do: "answer-since-last-time"; readonly answer: SessionRecord["sinceLastTime"] }
  | { readonly do: "tick"; readonly step: PreparationStep; readonly done: boolean }
  | { readonly do: "choose-antiseptic"; readonly antiseptic: AntisepticId }
  | { readonly do: "record-anaesthetic"; readonly anaesthetic: AnaestheticStep }
  | { readonly do: "choose-device"; readonly device: SessionRecord["device"] }
  | { readonly do: "remove-cartridge"; readonly unit: string }
  | { readonly do: "apply-to-zones"; readonly zones: readonly ZoneId[]; readonly values: ZoneValues }
  | { readonly do: "remove-zones"; readonly zones: readonly ZoneId[] }
  | { readonly do: "propose-from-last"; readonly last: SessionRecord }
  | { readonly do: "propose-from-plan"; readonly plan: readonly PlannedDepth[] }
  | { readonly do: "confirm-zones"; readonly zones: readonly ZoneId[] }
  | { readonly do: "record-topicals"; readonly topicals: SessionRecord["topicals"] }
  | { readonly do: "score-pain"; readonly painScore: number | null }
  | { readonly do: "stop-early"; readonly stoppedEarly: SessionRecord["stoppedEarly"] }
  | { readonly do: "give-reason"; readonly finding: string; readonly reason: string }
  | { readonly do: "write-note"; readonly note: string };

/** The record after one change; the record given is left as it was. */
export function changeSession(record: SessionRecord, change: SessionChange): SessionRecord {
  switch (change.do) {
    case "answer-since-last-time":
      return { ...record, sinceLastTime: change.answer };
    case "tick":
      return { ...record, preparation: { ...record.preparation, [change.step]: change.done } };
    case "choose-antiseptic":
      return { ...record, antiseptic: change.antiseptic };
    case "record-anaesthetic":
      return dropReasons({ ...record, anaesthetic: change.anaesthetic }, isOf("anaesthetic."));
    case "choose-device":
      return dropReasons({ ...record, device: change.device }, isOf("device.", "label."));
    case "remove-cartridge":
      return { ...record, cartridges: record.cartridges.filter(({ unit }) => unit !== change.unit) };
    case "apply-to-zones":
      return applyToZones(record, change.zones, change.values);
    case "remove-zones":
      return removeZones(record, change.zones);
    case "propose-from-last":
      return proposeFromLast(record, change.last);
    case "propose-from-plan":
      return proposeFromPlan(record, change.plan);
    case "confirm-zones":
      return confirmZones(record, change.zones);
    case "record-topicals":
      return dropReasons({ ...record, topicals: change.topicals }, isOf("topical."));
    case "score-pain":
      return { ...record, painScore: change.painScore };
    case "stop-early":
      return { ...record, stoppedEarly: change.stoppedEarly };
    case "give-reason":
      return { ...record, reasons: { ...record.reasons, [change.finding]: change.reason } };
    case "write-note":
      return { ...record, note: change.note };
    default:
      return change satisfies never;
  }
}

function isOf(...prefixes: readonly string[]): (findingKey: string) => boolean {
  return (key) => prefixes.some((prefix) => key.startsWith(prefix));
}
