import type { DeviceView, SessionRecordBody } from "@fibril/contract";
import { addDays, type CalendarDate, type MinuteOfDay } from "@fibril/kernel";
import { anaestheticQuestions, depthsOf, expectedEndPoints, thresholdMm, type ZoneId } from "@fibril/protocol";
import { preparationStepIds } from "@fibril/session";

const faceZones = [
  "forehead-right",
  "forehead-left",
  "glabella",
  "temple-right",
  "temple-left",
  "nose",
  "cheek-right",
  "cheek-left",
  "upper-lip",
  "chin",
  "jawline-right",
  "jawline-left",
] as const satisfies readonly ZoneId[];

type Directions = SessionRecordBody["zones"][number]["directions"];

interface Treated {
  readonly device: DeviceView;
  readonly today: CalendarDate;
  readonly startMinute: number;
  /** Makes the cartridge's unit number unlike every other. */
  readonly serial: number;
  readonly ordinal: number;
  readonly painScore: number;
  readonly stoppedEarly: NonNullable<SessionRecordBody["stoppedEarly"]>;
}

/** A whole-face session as a careful practitioner would record it: the zones' default depths, a little more each time. */
export function demoRecord({
  device,
  today,
  startMinute,
  serial,
  ordinal,
  painScore,
  stoppedEarly,
}: Treated): SessionRecordBody {
  const unit = `U${String(serial).padStart(5, "0")}`;
  const answers = Object.fromEntries(anaestheticQuestions.map((question) => [question, "no"]));
  const zones = stoppedEarly === "no" ? faceZones : faceZones.slice(0, 4);
  return {
    sinceLastTime: { changed: "no", note: "" },
    preparation: Object.fromEntries(preparationStepIds.map((step) => [step, true])),
    antiseptic: "chlorhexidine-2-aqueous",
    anaesthetic: {
      used: "yes",
      answers,
      creams: [
        {
          product: "lidocaine-prilocaine",
          lot: `DEMO-LP-${String(200 + (serial % 7))}`,
          lidocainePercent: 2.5,
          overTheCounter: false,
          grams: 15,
          areaCm2: 300,
          onAt: startMinute as MinuteOfDay,
          offAt: (startMinute + 30) as MinuteOfDay,
          removedBeforeNeedling: true,
        },
      ],
    },
    device: { deviceId: device.id, serial: device.serial, label: device.label },
    cartridges: [{ lot: `DEMO-C-${String(40 + (serial % 9))}`, unit, expiresOn: addDays(today, 300) }],
    zones: zones.map((zone) => {
      const depthMm = depthAt(zone, ordinal);
      return {
        zone,
        place: "",
        state: "confirmed" as const,
        depthMm,
        passes: 4,
        endPoint: expectedEndPoints(depthMm)[0] ?? "erythema",
        bleeding: "none" as const,
        directions: ["horizontal", "vertical"] satisfies Directions,
        speed: null,
        cartridgeUnit: unit,
      };
    }),
    topicals: [
      {
        product: "device-hydrogel",
        name: "Demo gliding gel (fictitious)",
        lot: "DEMO-G-11",
        sterile: true,
        expiresOn: addDays(today, 200),
      },
    ],
    painScore,
    stoppedEarly,
    reasons: {},
    note: "",
  };
}

/** The plan that such sessions keep to. */
export const demoDepthPlan = faceZones.map((zone) => ({ zone, depthMm: depthAt(zone, 2), passes: 4, reason: "" }));

function depthAt(zone: ZoneId, ordinal: number): number {
  const depthMm = Math.min(depthsOf(zone).defaultMm + (ordinal > 1 ? 0.05 : 0), thresholdMm(zone));
  return Math.round(depthMm * 100) / 100;
}
