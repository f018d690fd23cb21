import { formatMinuteOfDay } from "@fibril/kernel";
import {
  anaestheticContraindications,
  anaestheticProducts,
  anaestheticQuestions,
  antiseptics,
  topicals,
  zones,
} from "@fibril/protocol";
import {
  type AnaestheticStep,
  type Cream,
  preparationStepIds,
  preparationSteps,
  type SessionRecord,
  stopOf,
  type TopicalRecord,
  type ZoneRecord,
} from "@fibril/session";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

export type Part = keyof typeof messages.session.parts;

/** What a finding said, by the key under which its reason is kept. */
export type ReasonWords = (finding: string) => string;

/** Each part of a record in words. */
export function partsInWords(record: SessionRecord, saidBy: ReasonWords): Readonly<Record<Part, string>> {
  const text = messages.session;
  const stop = stopOf(record);
  return {
    sinceLastTime: record.sinceLastTime
      ? sentence([text.changedWords[record.sinceLastTime.changed], record.sinceLastTime.note])
      : text.notRecorded,
    preparation: preparationText(record.preparation),
    antiseptic: record.antiseptic ? antiseptics[record.antiseptic].label : text.notRecorded,
    anaesthetic: anaestheticText(record.anaesthetic),
    device: record.device ? `${record.device.label.name}, ${record.device.serial}` : text.notRecorded,
    cartridges: lines(
      record.cartridges.map(({ lot, unit, expiresOn }) => text.cartridge(lot, unit, dayText(expiresOn))),
    ),
    zones: lines(record.zones.map(zoneText)),
    topicals: record.topicals ? lines(record.topicals.map(topicalText)) : text.notRecorded,
    painScore: record.painScore === null ? text.notRecorded : text.painOf(record.painScore),
    stoppedEarly: stop
      ? text.stoppedFor(text.stopReasons[stop.reason], stop.note)
      : record.stoppedEarly === "no"
        ? text.finished
        : text.notRecorded,
    reasons: lines([
      ...new Set(Object.entries(record.reasons).map(([finding, reason]) => text.reasonGiven(saidBy(finding), reason))),
    ]),
    note: record.note,
  };
}

/** The parts in which two records differ, both in words. */
export function recordParts(left: SessionRecord, right: SessionRecord, saidBy: ReasonWords) {
  const [leftWords, rightWords] = [partsInWords(left, saidBy), partsInWords(right, saidBy)];
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
    endPoint ? text.endPoints[endPoint].toLowerCase() : "",
    bleeding ? text.bleedingOf(text.bleedingGrades[bleeding]) : "",
    directions.map((direction) => text.directionNames[direction].toLowerCase()).join(" + "),
    speed ? text.speedOf(speed) : "",
    cartridgeUnit ? text.unitOf(cartridgeUnit) : "",
  ])}`;
}

/** Every step that was ticked by name, and those that were not. */
function preparationText(preparation: SessionRecord["preparation"]): string {
  const text = messages.session;
  const named = (wanted: boolean) =>
    preparationStepIds.filter((step) => (preparation[step] === true) === wanted).map((step) => preparationSteps[step]);
  const [done, open] = [named(true), named(false)];
  if (done.length === 0) return text.ticked(0, preparationStepIds.length);
  return open.length === 0 ? done.join("\n") : [...done, ...open.map(text.notTicked)].join("\n");
}

function anaestheticText(step: SessionRecord["anaesthetic"]): string {
  const text = messages.session;
  if (step === null) return text.notRecorded;
  return step.used === "no" ? text.noCream : lines([...step.creams.map(creamText), ...answersText(step.answers)]);
}

/** What was asked before the cream went on: each answer that is not "no", and how many are. */
function answersText(answers: AnaestheticStep["answers"]): readonly string[] {
  const text = messages.session;
  const noes = anaestheticQuestions.filter((question) => answers[question] === "no").length;
  const others = anaestheticQuestions.filter((question) => answers[question] !== "no");
  return [
    ...others.map((question) => {
      const answer = answers[question];
      return text.askedOf(anaestheticContraindications[question].ask, answer ? text.answers[answer] : text.notAsked);
    }),
    ...(noes === 0 ? [] : [text.askedNo(noes, others.length === 0)]),
  ];
}

function creamText(cream: Cream): string {
  const { product, grams, areaCm2, onAt, offAt, lot, lidocainePercent, overTheCounter, removedBeforeNeedling } = cream;
  const text = messages.session;
  const time = (minute: Cream["onAt"]) => (minute === null ? "?" : formatMinuteOfDay(minute));
  return sentence([
    anaestheticProducts[product].label,
    lot,
    lidocainePercent === null ? "" : text.percentOf(lidocainePercent),
    text.overTheCounter[String(overTheCounter) as `${typeof overTheCounter}`],
    grams === null ? "" : text.gramsOf(grams),
    areaCm2 === null ? "" : text.areaOf(areaCm2),
    text.fromTo(time(onAt), time(offAt)),
    removedBeforeNeedling === null ? "" : removedBeforeNeedling ? text.takenOff : text.notTakenOff,
  ]);
}

function topicalText({ product, name, lot, sterile, expiresOn }: TopicalRecord): string {
  const text = messages.session;
  return sentence([
    topicals[product].label,
    name,
    lot,
    sterile === null ? "" : sterile ? text.isSterile : text.notSterile,
    expiresOn === null ? "" : text.goodUntil(dayText(expiresOn)),
  ]);
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== "").join(", ");
}

function lines(parts: readonly string[]): string {
  return parts.length === 0 ? messages.session.none : parts.join("\n");
}
