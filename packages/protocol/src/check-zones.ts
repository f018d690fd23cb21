import { blockAboveMm, depthsOf, faceReasonAboveMm, isDeeper, thresholdMm } from "./depths.ts";
import { finding } from "./finding.ts";
import { expectedEndPoints } from "./technique.ts";
import type { Finding, Treatment, ZoneTreatment } from "./treatment.ts";
import { zones } from "./zones.ts";

/** Depth and end point of each zone, looked up and limited; nothing is computed for a person. */
export function checkZones(treatment: Treatment): readonly Finding[] {
  return treatment.zones.flatMap((done, index) => {
    const path = `zones.${index}`;
    return [
      ...orbitalRim(done, path),
      ...depth(done, `${path}.depthMm`, treatment),
      ...endPoint(done, `${path}.endPoint`),
    ];
  });
}

function orbitalRim({ zone }: ZoneTreatment, path: string): readonly Finding[] {
  if (!zones[zone].insideOrbitalRim) return [];
  const message = "Never inside the rim of the eye.";
  return [finding({ rule: "zone.orbital-rim", path, zone, message })];
}

function depth(done: ZoneTreatment, path: string, { device }: Treatment): readonly Finding[] {
  const { zone, depthMm } = done;
  const { region } = zones[zone];
  const found: Finding[] = [];
  const maxMm = device?.maxDepthMm ?? null;
  if (maxMm !== null && isDeeper(depthMm, maxMm)) {
    const message = `${depthMm} mm is above the device's maximum of ${maxMm} mm.`;
    found.push(finding({ rule: "depth.device-max", path, zone, message }));
  }
  if (isDeeper(depthMm, blockAboveMm(region))) {
    const message = `${depthMm} mm is above ${blockAboveMm(region)} mm, the safety limit here.`;
    const rule = region === "face" ? "depth.face-max" : "depth.max";
    found.push(finding({ rule, path, zone, message }));
  }
  return [...found, ...reasonFor(done, path)];
}

function reasonFor({ zone, depthMm }: ZoneTreatment, path: string): readonly Finding[] {
  const found: Finding[] = [];
  if (zones[zone].region === "face" && isDeeper(depthMm, faceReasonAboveMm)) {
    const message = `${depthMm} mm: deeper than ${faceReasonAboveMm} mm was not evaluated on the face. Say why.`;
    found.push(finding({ rule: "depth.face-reason", path, zone, message }));
  }
  if (isDeeper(depthMm, thresholdMm(zone))) {
    const message = `${depthMm} mm is above this zone's threshold of ${thresholdMm(zone)} mm. Say why.`;
    const { sources } = depthsOf(zone);
    found.push(finding({ rule: "depth.zone-threshold", severity: "reason-required", path, zone, message, sources }));
  }
  return found;
}

function endPoint({ zone, depthMm, endPoint: reached }: ZoneTreatment, path: string): readonly Finding[] {
  if (reached === "oozing") {
    const message = "Oozing: stop needling here. Say what was done.";
    return [finding({ rule: "end-point.oozing", path, zone, message })];
  }
  if (reached === null || reached === "erythema" || expectedEndPoints(depthMm).includes(reached)) return [];
  const message = `Bleeding at ${depthMm} mm: redness is the end point up to 0.5 mm.`;
  return [finding({ rule: "end-point.too-far", path, zone, message })];
}
