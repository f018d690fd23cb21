import { type Person, type Region, regions, type Treatment, zones } from "@fibril/protocol";
import type { Cream, SessionRecord } from "./session-record.ts";

/** A record as the protocol checks it; zones without a depth and products not asked about have nothing to be checked yet. */
export function treatmentOf(record: SessionRecord, person: Person): Treatment {
  return {
    person,
    device: record.device?.label ?? null,
    // Whether a unit was used before is known to the clinic's register, not to the record: see cartridges.ts.
    cartridgeUsedBefore: null,
    zones: record.zones.flatMap(({ zone, depthMm, passes, endPoint }) =>
      depthMm === null ? [] : [{ zone, depthMm, passes, endPoint }],
    ),
    anaesthetics: usedCreams(record).map((cream) => ({
      ...cream,
      overTheCounter: cream.overTheCounter === "unknown" ? null : cream.overTheCounter,
      minutesOn: minutesOn(cream),
    })),
    anaestheticAnswers: record.anaesthetic?.answers ?? {},
    topicals: (record.topicals ?? []).map(({ product, sterile }) => ({ product, sterile, hoursAfter: 0 })),
    combinations: [],
  };
}

export function usedCreams({ anaesthetic }: SessionRecord): readonly Cream[] {
  return anaesthetic?.used === "yes" ? anaesthetic.creams : [];
}

/** Minutes between on and off; null where either is missing or they are in the wrong order. */
export function minutesOn({ onAt, offAt }: Cream): number | null {
  return onAt === null || offAt === null || offAt < onAt ? null : offAt - onAt;
}

/** What healing at home depends on; null is unknown. */
export function healingFacts(record: SessionRecord, person: Pick<Person, "fitzpatrick">) {
  const depths = record.zones.map(({ depthMm }) => depthMm);
  const known = depths.filter((depthMm) => depthMm !== null);
  const done = record.zones.map(({ zone }) => zones[zone]);
  return {
    deepestMm: known.length === 0 || known.length < depths.length ? null : Math.max(...known),
    regions: regions.filter((region: Region) => done.some((zone) => zone.region === region)),
    aroundMouth: done.some(({ depthRow }) => depthRow === "perioral"),
    anaesthetic: record.anaesthetic === null ? null : record.anaesthetic.used === "yes",
    topicals: [...new Set((record.topicals ?? []).map(({ product }) => knownTopical(product)))],
    fitzpatrick: person.fitzpatrick,
  };
}

const listed = [
  "device-hydrogel",
  "sterile-saline",
  "sterile-hyaluronic-acid",
  "platelet-rich-plasma",
  "sterile-tranexamic-acid",
] as const;

function knownTopical(product: string): (typeof listed)[number] | "other" {
  return listed.find((candidate) => candidate === product) ?? "other";
}
