import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anaestheticQuestions } from "./anaesthetics.ts";
import { checkSession } from "./check-session.ts";
import { checkSessionDocument } from "./check-session-document.ts";
import { fictitiousDevices } from "./device.ts";
import { openChannelHours } from "./topicals.ts";
import { type Finding, severities, type Treatment } from "./treatment.ts";
import { type ZoneId, zoneIds, zones } from "./zones.ts";

const allNo = Object.fromEntries(anaestheticQuestions.map((question) => [question, "no"]));
const clear: Treatment = {
  person: { ageYears: 40, weightKg: null, fitzpatrick: 2 },
  device: { ...fictitiousDevices["demo-pen-a"], maxDepthMm: 4, sites: ["face", "neck", "decollete", "hands", "body"] },
  cartridgeUsedBefore: false,
  zones: [],
  anaesthetics: [],
  anaestheticAnswers: allNo,
  topicals: [],
  combinations: [],
};
const cream = {
  product: "lidocaine-tetracaine",
  lidocainePercent: null,
  overTheCounter: false,
  grams: 20,
  areaCm2: 200,
  minutesOn: 30,
  removedBeforeNeedling: true,
} as const;

function at(zone: ZoneId, depthMm: number): Treatment {
  return { ...clear, zones: [{ zone, depthMm, passes: 4, endPoint: null }] };
}

function rules(treatment: Treatment): readonly string[] {
  return checkSession(treatment).map(({ rule, severity }: Finding) => `${severity} ${rule}`);
}

describe("checking the depth of a zone", () => {
  it.each`
    zone                         | depthMm | found
    ${"forehead-left"}           | ${0.5}  | ${[]}
    ${"forehead-left"}           | ${1}    | ${[]}
    ${"forehead-left"}           | ${1.05} | ${["reason-required depth.zone-threshold"]}
    ${"temple-left"}             | ${0.95} | ${[]}
    ${"temple-left"}             | ${1}    | ${["reason-required depth.zone-threshold"]}
    ${"cheek-right"}             | ${1.05} | ${[]}
    ${"cheek-right"}             | ${1.1}  | ${["reason-required depth.zone-threshold"]}
    ${"cheek-right"}             | ${1.5}  | ${["reason-required depth.zone-threshold"]}
    ${"cheek-right"}             | ${1.55} | ${["reason-required depth.face-reason", "reason-required depth.zone-threshold"]}
    ${"cheek-right"}             | ${2.5}  | ${["reason-required depth.face-reason", "reason-required depth.zone-threshold"]}
    ${"cheek-right"}             | ${2.55} | ${["block depth.face-max", "reason-required depth.face-reason", "reason-required depth.zone-threshold"]}
    ${"neck"}                    | ${2}    | ${["reason-required depth.zone-threshold"]}
    ${"body"}                    | ${2}    | ${[]}
    ${"body"}                    | ${3}    | ${["reason-required depth.zone-threshold"]}
    ${"body"}                    | ${3.05} | ${["block depth.max", "reason-required depth.zone-threshold"]}
    ${"inside-orbital-rim-left"} | ${0.25} | ${["block zone.orbital-rim"]}
  `("$depthMm mm at $zone gives $found", ({ zone, depthMm, found }) => {
    expect(rules(at(zone, depthMm))).toEqual(found);
  });

  it("blocks above the maximum of the device, not at it", () => {
    const device = { ...fictitiousDevices["demo-pen-b"], maxDepthMm: 1 };
    expect(rules({ ...at("cheek-left", 1), device })).toEqual([]);
    expect(rules({ ...at("cheek-left", 1.05), device })).toEqual(["block depth.device-max"]);
  });

  it("never gets milder by going deeper", () => {
    const steps = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(fc.constantFrom(...zoneIds), steps, steps, (zone, one, other) => {
        const [shallow, deep] = [Math.min(one, other), Math.max(one, other)];
        const strictest = (step: number) => {
          const found = checkSession(at(zone, (step * 5) / 100)).map(({ severity }) => severities.indexOf(severity));
          return Math.min(severities.length, ...found);
        };
        expect(strictest(deep)).toBeLessThanOrEqual(strictest(shallow));
      }),
    );
  });

  it("blocks every zone inside the rim of the eye at any depth", () => {
    for (const zone of zoneIds.filter((id) => zones[id].insideOrbitalRim)) {
      expect(rules(at(zone, 0.05))).toContain("block zone.orbital-rim");
    }
  });
});

describe("checking the device", () => {
  it("asks why where no device is named", () => {
    expect(rules({ ...at("chin", 0.5), device: null })).toEqual(["reason-required device.unknown"]);
  });

  it("asks why off label: age, site, phototype", () => {
    const device = fictitiousDevices["demo-pen-b"];
    const person = { ageYears: 17, weightKg: 60, fitzpatrick: 5 } as const;
    expect(rules({ ...at("neck", 0.5), device, person })).toEqual([
      "reason-required label.age",
      "reason-required label.site",
      "reason-required label.fitzpatrick",
    ]);
  });

  it("takes unknown for no better than off label", () => {
    const device = { ...fictitiousDevices["demo-pen-b"], maxDepthMm: null, sites: null };
    const person = { ageYears: null, weightKg: null, fitzpatrick: null };
    expect(rules({ ...at("chin", 0.5), device, person })).toEqual([
      "reason-required device.max-depth-unknown",
      "reason-required label.age-unknown",
      "reason-required label.sites-unknown",
      "reason-required label.fitzpatrick-unknown",
    ]);
  });

  it("blocks a used single-use cartridge", () => {
    expect(rules({ ...at("chin", 0.5), cartridgeUsedBefore: true })).toEqual(["block cartridge.single-use"]);
  });
});

describe("checking the end point", () => {
  it.each`
    depthMm | endPoint               | found
    ${0.5}  | ${"erythema"}          | ${[]}
    ${0.5}  | ${"pinpoint-bleeding"} | ${["warn end-point.too-far"]}
    ${0.75} | ${"pinpoint-bleeding"} | ${[]}
    ${1}    | ${"erythema"}          | ${[]}
    ${1}    | ${"oozing"}            | ${["reason-required end-point.oozing"]}
  `("$endPoint at $depthMm mm gives $found", ({ depthMm, endPoint, found }) => {
    expect(rules({ ...clear, zones: [{ zone: "cheek-left", depthMm, passes: 4, endPoint }] })).toEqual(found);
  });
});

describe("checking the numbing cream", () => {
  const numbed = (change: object): Treatment => ({ ...clear, anaesthetics: [{ ...cream, ...change }] });

  it("has nothing against a cream within its label", () => {
    expect(rules(numbed({}))).toEqual([]);
  });

  it.each`
    change                                                 | found
    ${{ areaCm2: 401 }}                                    | ${["warn anaesthetic.area"]}
    ${{ areaCm2: 400, grams: 59 }}                         | ${[]}
    ${{ areaCm2: 400, grams: 60 }}                         | ${["reason-required anaesthetic.grams"]}
    ${{ areaCm2: 100, grams: 20 }}                         | ${["reason-required anaesthetic.density"]}
    ${{ minutesOn: 61 }}                                   | ${["warn anaesthetic.minutes"]}
    ${{ product: "lidocaine-prilocaine", minutesOn: 120 }} | ${[]}
    ${{ product: "lidocaine-prilocaine", minutesOn: 121 }} | ${["warn anaesthetic.minutes"]}
    ${{ product: "other" }}                                | ${["reason-required anaesthetic.strength-unknown"]}
    ${{ product: "other", lidocainePercent: 23 }}          | ${["warn anaesthetic.strength"]}
    ${{ lidocainePercent: 5, overTheCounter: true }}       | ${["warn anaesthetic.over-the-counter"]}
    ${{ lidocainePercent: 5, overTheCounter: null }}       | ${["warn anaesthetic.over-the-counter"]}
    ${{ product: "lidocaine-4", overTheCounter: null }}    | ${[]}
    ${{ product: "lidocaine-4", overTheCounter: true }}    | ${[]}
    ${{ removedBeforeNeedling: false }}                    | ${["block anaesthetic.removal"]}
    ${{ removedBeforeNeedling: null }}                     | ${["block anaesthetic.removal"]}
    ${{ grams: null, areaCm2: null, minutesOn: null }}     | ${["warn anaesthetic.area-unknown", "warn anaesthetic.grams-unknown", "warn anaesthetic.minutes-unknown"]}
  `("$change gives $found", ({ change, found }) => {
    expect(rules(numbed(change))).toEqual(found);
  });

  it("warns of two products together and adds their areas", () => {
    const treatment = {
      ...clear,
      anaesthetics: [
        { ...cream, areaCm2: 210 },
        { ...cream, areaCm2: 210 },
      ],
    };
    expect(rules(treatment)).toEqual(["warn anaesthetic.combined", "warn anaesthetic.area"]);
  });

  it.each(anaestheticQuestions)("is blocked by %s, and by not knowing", (question) => {
    const { [question]: _, ...others } = allNo;
    for (const anaestheticAnswers of [{ ...allNo, [question]: "yes" }, { ...allNo, [question]: "unknown" }, others]) {
      expect(rules({ ...numbed({}), anaestheticAnswers } as Treatment)).toEqual([`block anaesthetic.${question}`]);
    }
  });

  it("refers a person on heart-rhythm medicine", () => {
    const [found] = checkSession({
      ...numbed({}),
      anaestheticAnswers: { ...allNo, antiArrhythmicDrug: "yes" },
    } as Treatment);
    expect(found?.message).toBe("No numbing cream before a doctor has been asked: refer.");
  });

  it.each([17, null])("needs a weight at age %s", (ageYears) => {
    expect(rules({ ...numbed({}), person: { ageYears, weightKg: null, fitzpatrick: 2 } })).toEqual([
      "block anaesthetic.weight",
    ]);
    expect(rules({ ...numbed({}), person: { ageYears, weightKg: 55, fitzpatrick: 2 } })).toEqual([]);
  });

  it("asks nothing where no cream was used", () => {
    expect(rules({ ...clear, anaestheticAnswers: {} })).toEqual([]);
  });
});

describe("checking what touches the skin", () => {
  const touched = (topical: object, depthMm = 1): Treatment =>
    ({ ...at("cheek-left", depthMm), topicals: [topical] }) as Treatment;

  it.each`
    topical                                                              | depthMm | found
    ${{ product: "sterile-saline", sterile: true, hoursAfter: 0 }}       | ${1}    | ${[]}
    ${{ product: "sterile-saline", sterile: null, hoursAfter: 0 }}       | ${1}    | ${["block topical.not-sterile"]}
    ${{ product: "vitamin-c", sterile: true, hoursAfter: 0 }}            | ${1}    | ${["block topical.banned"]}
    ${{ product: "vitamin-c", sterile: true, hoursAfter: -1 }}           | ${1}    | ${["block topical.banned"]}
    ${{ product: "vitamin-c", sterile: true, hoursAfter: null }}         | ${1}    | ${["block topical.banned"]}
    ${{ product: "vitamin-c", sterile: true, hoursAfter: 24 }}           | ${1}    | ${[]}
    ${{ product: "platelet-rich-plasma", sterile: true, hoursAfter: 0 }} | ${1}    | ${["reason-required topical.prescriber"]}
  `("$topical at $depthMm mm gives $found", ({ topical, depthMm, found }) => {
    expect(rules(touched(topical, depthMm))).toEqual(found);
  });

  it("counts channels as open for 48 hours from 1.5 mm", () => {
    expect(openChannelHours(1.45)).toBe(24);
    expect(openChannelHours(1.5)).toBe(48);
    expect(rules(touched({ product: "acid", sterile: true, hoursAfter: 47 }, 1.5))).toContain("block topical.banned");
    expect(rules(touched({ product: "acid", sterile: true, hoursAfter: 48 }, 1.5))).not.toContain(
      "block topical.banned",
    );
  });
});

describe("checking other treatments", () => {
  it.each`
    other                     | daysApart | found
    ${"superficial-peel"}     | ${20}     | ${["reason-required combination.too-close"]}
    ${"superficial-peel"}     | ${21}     | ${[]}
    ${"platelet-rich-plasma"} | ${0}      | ${[]}
    ${"rf-microneedling"}     | ${0}      | ${["block combination.same-visit"]}
    ${"rf-microneedling"}     | ${83}     | ${["block combination.too-close"]}
    ${"rf-microneedling"}     | ${84}     | ${[]}
    ${"skin-booster"}         | ${27}     | ${["block combination.too-close"]}
    ${"skin-booster"}         | ${28}     | ${[]}
    ${"hydration-facial"}     | ${13}     | ${["reason-required combination.too-close"]}
    ${"hydration-facial"}     | ${14}     | ${[]}
    ${"filler"}               | ${27}     | ${["reason-required combination.too-close"]}
    ${"botulinum-toxin"}      | ${14}     | ${[]}
  `("$other $daysApart days apart gives $found", ({ other, daysApart, found }) => {
    expect(rules({ ...clear, combinations: [{ with: other, daysApart }] })).toEqual(found);
  });
});

describe("a session's document", () => {
  it("is answered with the strictest severity, sources and tier", () => {
    const answer = checkSessionDocument({
      person: { ageYears: 40, fitzpatrick: 2 },
      device: { name: "Demo Pen A", maxDepthMm: 2.5, sites: ["face"] },
      zones: [{ zone: "inside-orbital-rim-left", depthMm: 0.25 }],
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { strictest: "block", findings: [{ rule: "zone.orbital-rim", sources: ["S6", "S45"], tier: "L" }] },
    });
  });

  it("is refused with every issue at its place", () => {
    const answer = checkSessionDocument({
      person: { ageYears: 40.5, fitzpatrick: 0 },
      device: { name: "", maxDepth: 2 },
      zones: [{ zone: "knee", depthMm: 0.52 }, { zone: "chin" }, { zone: "chin", depthMm: "1" }, 7],
      anaesthetics: [{ product: "lidocaine-4", grams: -1 }],
      anaestheticAnswers: { liverDisease: "perhaps" },
      topicals: "gel",
      combinations: [{ with: "filler" }],
      extra: 1,
    });
    expect(answer.ok ? [] : answer.problem.map(({ path }) => path).sort()).toEqual([
      "anaestheticAnswers.liverDisease",
      "anaesthetics.0.grams",
      "combinations.0.daysApart",
      "device.maxDepth",
      "device.name",
      "extra",
      "person.ageYears",
      "person.fitzpatrick",
      "topicals",
      "zones.0.depthMm",
      "zones.0.zone",
      "zones.1.depthMm",
      "zones.2.depthMm",
      "zones.2.zone",
      "zones.3",
    ]);
  });

  it("needs its zones", () => {
    expect(checkSessionDocument({})).toEqual({ ok: false, problem: [{ path: "zones", message: "is required" }] });
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => typeof checkSessionDocument(document).ok === "boolean"));
  });
});
