import { formatMinuteOfDay } from "@fibril/kernel";
import { anaestheticProducts, antiseptics, topicals, zones } from "@fibril/protocol";
import { type Cream, preparationStepIds, type SessionRecord, type ZoneRecord } from "@fibril/session";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

export type Part = keyof typeof messages.session.parts;

/** Each part of a record as one line of words. */
export function partsInWords(record: SessionRecord): Readonly<Record<Part, string>> {
  const text = messages.session;
  const ticked = preparationStepIds.filter((step) => record.preparation[step] === true).length;
  return {
    sinceLastTime: record.sinceLastTime
      ? sentence([text.changedWords[record.sinceLastTime.changed], record.sinceLastTime.note])
      : text.notRecorded,
    preparation: text.ticked(ticked, preparationStepIds.length),
    antiseptic: record.antiseptic ? antiseptics[record.antiseptic].label : text.notRecorded,
    anaesthetic: anaestheticText(record.anaesthetic),
    device: record.device ? `${record.device.label.name}, ${record.device.serial}` : text.notRecorded,
    cartridges: lines(
      record.cartridges.map(({ lot, unit, expiresOn }) => text.cartridge(lot, unit, dayText(expiresOn))),
    ),
    zones: lines(record.zones.map(zoneText)),
    topicals: record.topicals
      ? lines(record.topicals.map(({ product, name, lot }) => sentence([topicals[product].label, name, lot])))
      : text.notRecorded,
    painScore: record.painScore === null ? text.notRecorded : text.painOf(record.painScore),
    stoppedEarly: record.stoppedEarly
      ? sentence([text.stopReasons[record.stoppedEarly.reason], record.stoppedEarly.note])
      : text.finished,
    reasons: lines(Object.entries(record.reasons).map(([finding, reason]) => `${finding}: ${reason}`)),
    note: record.note,
  };
}

/** The parts in which two records differ, both in words. */
export function recordParts(left: SessionRecord, right: SessionRecord) {
  const [leftWords, rightWords] = [partsInWords(left), partsInWords(right)];
  return (Object.keys(leftWords) as Part[])
    .filter((part) => leftWords[part] !== rightWords[part])
    .map((part) => ({ part, left: leftWords[part], right: rightWords[part] }));
}

export function zoneText({
  zone,
  depthMm,
  passes,
  endPoint,
  bleeding,
  directions,
  cartridgeUnit,
  speed,
  place,
}: ZoneRecord): string {
  const text = messages.session;
  return `${zones[zone].label}: ${sentence([
    place,
    depthMm === null ? text.notRecorded : messages.ui.depthValue(depthMm.toFixed(2)),
    passes === null ? "" : text.passCount(passes),
    endPoint ? text.endPoints[endPoint] : "",
    bleeding ? text.bleedingOf(text.bleedingGrades[bleeding]) : "",
    directions.map((direction) => text.directionNames[direction]).join(" + "),
    speed ? text.speedOf(speed) : "",
    cartridgeUnit ? text.unitOf(cartridgeUnit) : "",
  ])}`;
}

function anaestheticText(step: SessionRecord["anaesthetic"]): string {
  const text = messages.session;
  if (step === null) return text.notRecorded;
  return step.used === "no" ? text.noCream : lines(step.creams.map(creamText));
}

function creamText({ product, grams, areaCm2, onAt, offAt, lot }: Cream): string {
  const text = messages.session;
  const time = (minute: Cream["onAt"]) => (minute === null ? "?" : formatMinuteOfDay(minute));
  return sentence([
    anaestheticProducts[product].label,
    lot,
    grams === null ? "" : text.gramsOf(grams),
    areaCm2 === null ? "" : text.areaOf(areaCm2),
    text.fromTo(time(onAt), time(offAt)),
  ]);
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== "").join(", ");
}

function lines(parts: readonly string[]): string {
  return parts.length === 0 ? messages.session.none : parts.join("\n");
}
