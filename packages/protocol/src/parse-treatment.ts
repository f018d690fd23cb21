import {
  type Fields,
  type InputIssue,
  isFields,
  isGiven,
  ok,
  type Reader,
  type Result,
  reader,
  refuse,
} from "@fibril/kernel";
import { anaestheticProductIds, anaestheticQuestions } from "./anaesthetics.ts";
import { combinationIds } from "./combinations.ts";
import { isOnDepthScale } from "./depths.ts";
import { fitzpatricks } from "./person.ts";
import { endPoints } from "./technique.ts";
import { topicalIds } from "./topicals.ts";
import { answers, type Treatment } from "./treatment.ts";
import { regions, zoneIds } from "./zones.ts";

const maxDepthMm = 10;
const parts = [
  "person",
  "device",
  "cartridgeUsedBefore",
  "zones",
  "anaesthetics",
  "anaestheticAnswers",
  "topicals",
  "combinations",
];

/**
 * Checks a session's document and gives it typed, or lists every issue found. Refuses unknown fields, a zone named
 * twice and a depth off the 0.05 mm scale; null counts as left out, which is unknown.
 */
export function parseTreatment(document: unknown): Result<Treatment, readonly InputIssue[]> {
  if (!isFields(document)) return refuse([{ path: "", message: "must be an object" }]);
  const read = reader();
  const fields = read.fields(document, "", parts);
  const { person, device, cartridgeUsedBefore, zones, anaesthetics, topicals, combinations } = fields;
  const { anaestheticAnswers } = fields;
  if (!isGiven(zones)) read.note("zones", "is required");
  const treatment = {
    person: readPerson(person, read),
    device: isGiven(device) ? readDevice(device, read) : null,
    cartridgeUsedBefore: flag(cartridgeUsedBefore, "cartridgeUsedBefore", read),
    zones: readEach(zones, "zones", read, readZone),
    anaesthetics: readEach(anaesthetics, "anaesthetics", read, readAnaesthetic),
    anaestheticAnswers: readAnswers(anaestheticAnswers, read),
    topicals: readEach(topicals, "topicals", read, readTopical),
    combinations: readEach(combinations, "combinations", read, readCombination),
  };
  noteRepeatedZones(treatment.zones, read);
  return read.issues.length > 0 ? refuse(read.issues) : ok(treatment as unknown as Treatment);
}

type ReadItem = (value: Fields, path: string, read: Reader) => Fields;

function readEach(value: unknown, path: string, read: Reader, item: ReadItem): readonly Fields[] {
  return read.list(value, path).map((entry, index) => {
    const place = `${path}.${index}`;
    if (isFields(entry)) return item(entry, place, read);
    return read.note(place, "must be an object") ?? {};
  });
}

function readPerson(value: unknown, read: Reader): Fields {
  const { ageYears, weightKg, fitzpatrick } = read.fields(value, "person", ["ageYears", "weightKg", "fitzpatrick"]);
  return {
    ageYears: amount(ageYears, "person.ageYears", read, { min: 0, max: 120, whole: true }),
    weightKg: amount(weightKg, "person.weightKg", read, { min: 1, max: 500 }),
    fitzpatrick: isGiven(fitzpatrick) ? read.option(fitzpatrick, "person.fitzpatrick", fitzpatricks) : null,
  };
}

function readDevice(value: unknown, read: Reader): Fields {
  const names = ["name", "maxDepthMm", "minAgeYears", "sites", "fitzpatrick", "singleUseCartridge"];
  const {
    name,
    maxDepthMm: deepest,
    minAgeYears,
    sites,
    fitzpatrick,
    singleUseCartridge,
  } = read.fields(value, "device", names);
  if (typeof name !== "string" || name.trim() === "") read.note("device.name", "must be a name");
  return {
    name,
    maxDepthMm: amount(deepest, "device.maxDepthMm", read, { min: 0.05, max: maxDepthMm }),
    minAgeYears: amount(minAgeYears, "device.minAgeYears", read, { min: 0, max: 120, whole: true }),
    sites: isGiven(sites) ? options(sites, "device.sites", regions, read) : null,
    fitzpatrick: isGiven(fitzpatrick) ? options(fitzpatrick, "device.fitzpatrick", fitzpatricks, read) : null,
    // A cartridge whose label was not read counts as single use.
    singleUseCartridge: flag(singleUseCartridge, "device.singleUseCartridge", read) ?? true,
  };
}

function readZone(value: Fields, path: string, read: Reader): Fields {
  const { zone, depthMm, passes, endPoint } = read.fields(value, path, ["zone", "depthMm", "passes", "endPoint"]);
  const depth = isGiven(depthMm) ? amount(depthMm, `${path}.depthMm`, read, { min: 0.05, max: maxDepthMm }) : null;
  if (!isGiven(depthMm)) read.note(`${path}.depthMm`, "is required");
  if (depth !== null && !isOnDepthScale(depth)) read.note(`${path}.depthMm`, "must be in steps of 0.05 mm");
  return {
    zone: read.option(zone, `${path}.zone`, zoneIds),
    depthMm: depth,
    passes: amount(passes, `${path}.passes`, read, { min: 1, max: 50, whole: true }),
    endPoint: isGiven(endPoint) ? read.option(endPoint, `${path}.endPoint`, endPoints) : null,
  };
}

function noteRepeatedZones(zones: readonly Fields[], read: Reader): void {
  const seen = new Set<unknown>();
  for (const [index, { zone }] of zones.entries()) {
    if (isGiven(zone) && seen.has(zone)) read.note(`zones.${index}.zone`, "is named twice");
    seen.add(zone);
  }
}

function readAnaesthetic(value: Fields, path: string, read: Reader): Fields {
  const names = [
    "product",
    "lidocainePercent",
    "overTheCounter",
    "grams",
    "areaCm2",
    "minutesOn",
    "removedBeforeNeedling",
  ];
  const { product, lidocainePercent, overTheCounter, grams, areaCm2, minutesOn, removedBeforeNeedling } = read.fields(
    value,
    path,
    names,
  );
  return {
    product: read.option(product, `${path}.product`, anaestheticProductIds),
    lidocainePercent: amount(lidocainePercent, `${path}.lidocainePercent`, read, { min: 0, max: 100 }),
    // Where it is not said, a pack counts as bought over the counter, which has the stricter limit.
    overTheCounter: flag(overTheCounter, `${path}.overTheCounter`, read) ?? true,
    grams: amount(grams, `${path}.grams`, read, { min: 0, max: 1000 }),
    areaCm2: amount(areaCm2, `${path}.areaCm2`, read, { min: 0, max: 20_000 }),
    minutesOn: amount(minutesOn, `${path}.minutesOn`, read, { min: 0, max: 1440 }),
    removedBeforeNeedling: flag(removedBeforeNeedling, `${path}.removedBeforeNeedling`, read),
  };
}

function readAnswers(value: unknown, read: Reader): Fields {
  const fields = read.fields(value, "anaestheticAnswers", anaestheticQuestions);
  const given = anaestheticQuestions.filter((question) => isGiven(fields[question]));
  return Object.fromEntries(
    given.map((question) => [question, read.option(fields[question], `anaestheticAnswers.${question}`, answers)]),
  );
}

function readTopical(value: Fields, path: string, read: Reader): Fields {
  const { product, sterile, hoursAfter } = read.fields(value, path, ["product", "sterile", "hoursAfter"]);
  return {
    product: read.option(product, `${path}.product`, topicalIds),
    sterile: flag(sterile, `${path}.sterile`, read),
    hoursAfter: amount(hoursAfter, `${path}.hoursAfter`, read, { min: -24, max: 8760 }),
  };
}

function readCombination(value: Fields, path: string, read: Reader): Fields {
  const { with: other, daysApart } = read.fields(value, path, ["with", "daysApart"]);
  if (!isGiven(daysApart)) read.note(`${path}.daysApart`, "is required");
  return {
    with: read.option(other, `${path}.with`, combinationIds),
    daysApart: amount(daysApart, `${path}.daysApart`, read, { min: 0, max: 3650, whole: true }),
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
}

/** A number of the range, or null where it was left out. */
function amount(value: unknown, path: string, read: Reader, { min, max, whole }: Range): number | null {
  if (!isGiven(value)) return null;
  const fits = typeof value === "number" && value >= min && value <= max && !(whole && !Number.isInteger(value));
  return fits ? value : read.note(path, `must be a ${whole ? "whole " : ""}number from ${min} to ${max}`);
}

function flag(value: unknown, path: string, read: Reader): boolean | null {
  if (!isGiven(value)) return null;
  return typeof value === "boolean" ? value : read.note(path, "must be true or false");
}

function options<Option extends string | number>(
  value: unknown,
  path: string,
  known: readonly Option[],
  read: Reader,
): readonly (Option | null)[] {
  return read.list(value, path).map((item, index) => read.option(item, `${path}.${index}`, known));
}
