import type { CalendarDate, MinuteOfDay } from "@fibril/kernel";
import type {
  AnaestheticProductId,
  AnaestheticQuestion,
  Answer,
  AntisepticId,
  BleedingGrade,
  DeviceLabel,
  Direction,
  EndPoint,
  TopicalId,
  ZoneId,
} from "@fibril/protocol";

export const stopReasons = ["faint", "reaction", "wish", "other"] as const;
export type StopReason = (typeof stopReasons)[number];

/** What must be ticked before the first needle; a step left out was not done. */
export const preparationSteps = {
  identityChecked: "Right person, right face map",
  consentInForce: "Consent in force today",
  skinInspected: "Skin looked at: no sore, no infection, no sunburn",
  makeUpRemoved: "Make-up and products removed",
  skinDisinfected: "Skin disinfected",
  cartridgeSealIntact: "Cartridge seal intact, opened in front of the patient",
  deviceSheathed: "Device wrapped in a new barrier sheath",
  glovesOn: "Gloves on",
} as const;
export type PreparationStep = keyof typeof preparationSteps;
export const preparationStepIds = Object.keys(preparationSteps) as readonly PreparationStep[];

/** Everything below is null until it is recorded: null is never taken for "no". */
export interface SessionRecord {
  readonly sinceLastTime: { readonly changed: "yes" | "no"; readonly note: string } | null;
  readonly preparation: { readonly [Step in PreparationStep]?: boolean };
  readonly antiseptic: AntisepticId | null;
  readonly anaesthetic: AnaestheticStep | null;
  readonly device: { readonly deviceId: string; readonly serial: string; readonly label: DeviceLabel } | null;
  readonly cartridges: readonly Cartridge[];
  readonly zones: readonly ZoneRecord[];
  /** Empty where nothing was put on the skin while the channels were open. */
  readonly topicals: readonly TopicalRecord[] | null;
  /** 0 to 10, as the patient says. */
  readonly painScore: number | null;
  /** "no" where it went on to its end. */
  readonly stoppedEarly: "no" | Stop | null;
  /** A written reason for each finding that needs one, by the finding's key. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly note: string;
}

/** Why a session ended before all that was meant was done. */
export interface Stop {
  readonly reason: StopReason;
  readonly note: string;
}

export interface AnaestheticStep {
  readonly used: "yes" | "no";
  readonly answers: { readonly [Question in AnaestheticQuestion]?: Answer };
  readonly creams: readonly Cream[];
}

export interface Cream {
  readonly product: AnaestheticProductId;
  readonly lot: string;
  readonly lidocainePercent: number | null;
  /** "unknown" where somebody was asked and does not know; null where nobody was asked. */
  readonly overTheCounter: boolean | "unknown" | null;
  readonly grams: number | null;
  readonly areaCm2: number | null;
  /** Clinic wall time; both on the day of the session. */
  readonly onAt: MinuteOfDay | null;
  readonly offAt: MinuteOfDay | null;
  readonly removedBeforeNeedling: boolean | null;
}

/** One sterile cartridge; `unit` tells it from the others of its lot, so that it is used on one patient only. */
export interface Cartridge {
  readonly lot: string;
  readonly unit: string;
  /** Good until the end of that day at the clinic. */
  readonly expiresOn: CalendarDate;
}

export interface ZoneRecord {
  readonly zone: ZoneId;
  /** Where exactly, in words; needed for the body, which is no one place. */
  readonly place: string;
  /** `proposed` values come from last time and are nobody's record until they are confirmed. */
  readonly state: "proposed" | "confirmed";
  readonly depthMm: number | null;
  readonly passes: number | null;
  readonly endPoint: EndPoint | null;
  readonly bleeding: BleedingGrade | null;
  readonly directions: readonly Direction[];
  /** The device's speed setting as it shows it; recorded only. */
  readonly speed: string | null;
  readonly cartridgeUnit: string | null;
}

export interface TopicalRecord {
  readonly product: TopicalId;
  readonly name: string;
  readonly lot: string;
  readonly sterile: boolean | null;
  readonly expiresOn: CalendarDate | null;
}

export const emptyRecord: SessionRecord = {
  sinceLastTime: null,
  preparation: {},
  antiseptic: null,
  anaesthetic: null,
  device: null,
  cartridges: [],
  zones: [],
  topicals: null,
  painScore: null,
  stoppedEarly: null,
  reasons: {},
  note: "",
};

/** Why the session was stopped early; null where it was not, or where nobody has said. */
export function stopOf({ stoppedEarly }: Pick<SessionRecord, "stoppedEarly">): Stop | null {
  return stoppedEarly === "no" ? null : stoppedEarly;
}
