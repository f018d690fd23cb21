import { type FindingCells, finding } from "./finding.ts";
import { openChannelHours, type TopicalUse, topicals } from "./topicals.ts";
import type { Finding, Treatment } from "./treatment.ts";

/** What touches the skin while its channels count as open; a time that is not known counts as within it. */
export function checkTopicals(treatment: Treatment): readonly Finding[] {
  if (treatment.zones.length === 0) return [];
  const openHours = openChannelHours(Math.max(...treatment.zones.map(({ depthMm }) => depthMm)));
  return treatment.topicals
    .flatMap((use, index) => (isWhileOpen(use, openHours) ? checkOne(use, `topicals.${index}`, openHours) : []))
    .map(finding);
}

/** A product put on before needling is carried in by it: a granuloma followed one (S32). */
function isWhileOpen({ hoursAfter }: TopicalUse, openHours: number): boolean {
  return hoursAfter === null || hoursAfter < openHours;
}

function checkOne({ product, sterile }: TopicalUse, path: string, openHours: number): readonly FindingCells[] {
  const { label, whileOpen, why, sources } = topicals[product];
  const cells = { path, sources };
  if (whileOpen === "banned") {
    const message = `${label}: not while channels count as open, ${openHours} hours. ${why}`;
    return [{ rule: "topical.banned", severity: "block", message, ...cells }];
  }
  if (sterile !== true) {
    const message = `${label}: only where it is sterile.`;
    return [{ rule: "topical.not-sterile", message, path }];
  }
  if (whileOpen === "allowed") return [];
  return [
    {
      rule: "topical.prescriber",
      severity: "reason-required",
      message: `${label}: name the prescriber. ${why}`,
      ...cells,
    },
  ];
}
