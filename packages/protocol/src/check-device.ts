import { constants } from "@fibril/evidence";
import type { DeviceLabel } from "./device.ts";
import { type FindingCells, finding } from "./finding.ts";
import type { Person } from "./person.ts";
import type { Finding, Treatment } from "./treatment.ts";
import { zones } from "./zones.ts";

/** The session against the label of its device; what the label or the person leaves unknown needs a reason too. */
export function checkDevice(treatment: Treatment): readonly Finding[] {
  const { device } = treatment;
  if (treatment.zones.length === 0) return [];
  if (device === null) {
    const message = "No device is named, so its limits are unknown.";
    return [finding({ rule: "device.unknown", path: "device", message })];
  }
  return [
    ...maxDepth(device),
    ...age(device, treatment.person),
    ...sites(device, treatment),
    ...fitzpatrick(device, treatment.person),
    ...singleUse(device, treatment),
  ].map(finding);
}

function maxDepth({ maxDepthMm }: DeviceLabel): readonly FindingCells[] {
  if (maxDepthMm !== null) return [];
  const message = "The device's maximum depth is unknown.";
  return [{ rule: "device.max-depth-unknown", path: "device.maxDepthMm", message }];
}

function age({ minAgeYears }: DeviceLabel, { ageYears }: Person): readonly FindingCells[] {
  const path = "person.ageYears";
  if (ageYears === null) return [{ rule: "label.age-unknown", path, message: "The age is unknown." }];
  const fromYears = minAgeYears ?? constants.labelMinimumAgeYears.value;
  if (ageYears >= fromYears) return [];
  return [{ rule: "label.age", path, message: `Off label below ${fromYears} years. Say why.` }];
}

function sites({ sites: onLabel }: DeviceLabel, { zones: done }: Treatment): readonly FindingCells[] {
  if (onLabel === null) {
    return [{ rule: "label.sites-unknown", path: "device.sites", message: "The label's sites are unknown." }];
  }
  return done.flatMap(({ zone }, index) => {
    if (onLabel.includes(zones[zone].region)) return [];
    const message = `${zones[zone].label} is outside the label of this device. Say why.`;
    return [{ rule: "label.site", path: `zones.${index}.zone`, zone, message }];
  });
}

function fitzpatrick(device: DeviceLabel, person: Person): readonly FindingCells[] {
  const path = "person.fitzpatrick";
  if (device.fitzpatrick === null) return [];
  if (person.fitzpatrick === null) {
    return [{ rule: "label.fitzpatrick-unknown", path, message: "The phototype is unknown." }];
  }
  if (device.fitzpatrick.includes(person.fitzpatrick)) return [];
  return [{ rule: "label.fitzpatrick", path, message: "This phototype is outside the label. Say why." }];
}

function singleUse({ singleUseCartridge }: DeviceLabel, { cartridgeUsedBefore }: Treatment): readonly FindingCells[] {
  if (!(singleUseCartridge && cartridgeUsedBefore === true)) return [];
  const message = "A single-use cartridge is never used a second time.";
  return [{ rule: "cartridge.single-use", path: "cartridgeUsedBefore", message }];
}
