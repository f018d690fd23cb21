import {
  type AnaestheticUse,
  anaestheticContraindications,
  anaestheticLimits,
  anaestheticProducts,
  anaestheticQuestions,
} from "./anaesthetics.ts";
import { type FindingCells, finding } from "./finding.ts";
import type { Finding, Treatment } from "./treatment.ts";

type Place = (name: string) => string;

/** The numbing step: what was asked, how much, how long, and that it came off before needling. */
export function checkAnaesthetic(treatment: Treatment): readonly Finding[] {
  const { anaesthetics } = treatment;
  if (anaesthetics.length === 0) return [];
  const each = anaesthetics.flatMap((use, index) => {
    const place: Place = (name) => `anaesthetics.${index}.${name}`;
    return [
      ...strength(use, place),
      ...area(use, place),
      ...amount(use, place),
      ...time(use, place),
      ...removal(use, place),
    ];
  });
  return [...contraindications(treatment), ...weight(treatment), ...together(anaesthetics), ...each].map(finding);
}

function contraindications({ anaestheticAnswers }: Treatment): readonly FindingCells[] {
  return anaestheticQuestions.flatMap((question): readonly FindingCells[] => {
    const answer = anaestheticAnswers[question];
    if (answer === "no") return [];
    const { action, sources } = anaestheticContraindications[question];
    return [
      {
        rule: `anaesthetic.${question}`,
        severity: "block",
        path: `anaestheticAnswers.${question}`,
        message: answer === "yes" ? actions[action] : "Not known: ask before any numbing cream is used.",
        sources,
      },
    ];
  });
}

const actions = {
  "do-not-use": "No numbing cream.",
  refer: "No numbing cream before a doctor has been asked: refer.",
} as const;

function weight({ person }: Treatment): readonly FindingCells[] {
  const { ageYears, weightKg } = person;
  if (weightKg !== null || (ageYears !== null && ageYears >= anaestheticLimits.minorBelowYears)) return [];
  const message = ageYears === null ? "Age unknown: enter the age or the weight." : "A minor's weight is needed.";
  return [{ rule: "anaesthetic.weight", path: "person.weightKg", message }];
}

function together(uses: readonly AnaestheticUse[]): readonly FindingCells[] {
  const total = uses.reduce((sum, { areaCm2 }) => sum + (areaCm2 ?? 0), 0);
  const found: FindingCells[] = [];
  if (uses.length > 1) {
    const message = "Several numbing products together: their doses add up.";
    found.push({ rule: "anaesthetic.combined", path: "anaesthetics", message });
  }
  if (uses.length > 1 && total > anaestheticLimits.maxAreaCm2) {
    const message = `${total} cm² in all is more than ${anaestheticLimits.maxAreaCm2} cm².`;
    found.push({ rule: "anaesthetic.area", path: "anaesthetics", message });
  }
  return found;
}

function strength(
  { product, lidocainePercent, overTheCounter }: AnaestheticUse,
  place: Place,
): readonly FindingCells[] {
  const percent = lidocainePercent ?? anaestheticProducts[product].lidocainePercent;
  const path = place("lidocainePercent");
  if (percent === null) {
    const message = "The strength is not recorded.";
    return [{ rule: "anaesthetic.strength-unknown", path, message }];
  }
  const { maxLidocainePercent, maxOverTheCounterPercent } = anaestheticLimits;
  const found: FindingCells[] = [];
  if (percent > maxLidocainePercent) {
    const message = `${percent} % lidocaine is above ${maxLidocainePercent} %.`;
    found.push({ rule: "anaesthetic.strength", path, message });
  }
  if (overTheCounter !== false && percent > maxOverTheCounterPercent) {
    const message =
      overTheCounter === null
        ? `${percent} % is above ${maxOverTheCounterPercent} %, and whether it was bought without a prescription is not known.`
        : `${percent} % over the counter is above ${maxOverTheCounterPercent} %.`;
    found.push({ rule: "anaesthetic.over-the-counter", path, message });
  }
  return found;
}

function area({ areaCm2 }: AnaestheticUse, place: Place): readonly FindingCells[] {
  const path = place("areaCm2");
  if (areaCm2 === null) return [{ rule: "anaesthetic.area-unknown", path, message: "The area is not recorded." }];
  if (areaCm2 <= anaestheticLimits.maxAreaCm2) return [];
  return [
    { rule: "anaesthetic.area", path, message: `${areaCm2} cm² is more than ${anaestheticLimits.maxAreaCm2} cm².` },
  ];
}

/** The whole amount, and its density where the label ties it to an area. */
function amount({ product, grams, areaCm2 }: AnaestheticUse, place: Place): readonly FindingCells[] {
  const own = anaestheticProducts[product].maxGrams;
  const limit = own ?? anaestheticLimits.maxGrams;
  const path = place("grams");
  if (grams === null) {
    return [{ rule: "anaesthetic.grams-unknown", path, message: "The grams are not recorded." }];
  }
  if (grams > limit) {
    const whose = own === null ? "the strictest label amount that was seen" : "the label's amount";
    return [{ rule: "anaesthetic.grams", path, message: `${grams} g is above ${limit} g, ${whose}. Say why.` }];
  }
  if (own === null || areaCm2 === null || grams * anaestheticLimits.maxAreaCm2 <= own * areaCm2) return [];
  const message = `${grams} g on ${areaCm2} cm² is thicker than the label's ${own} g on ${anaestheticLimits.maxAreaCm2} cm². Say why.`;
  return [{ rule: "anaesthetic.density", path, message }];
}

function time({ product, minutesOn }: AnaestheticUse, place: Place): readonly FindingCells[] {
  const own = anaestheticProducts[product].maxMinutes;
  const limit = own ?? anaestheticLimits.maxMinutes;
  const path = place("minutesOn");
  if (minutesOn === null)
    return [{ rule: "anaesthetic.minutes-unknown", path, message: "The minutes are not recorded." }];
  if (minutesOn <= limit) return [];
  const whose = own === null ? "the shortest limit that was seen" : "this product's limit";
  return [{ rule: "anaesthetic.minutes", path, message: `${minutesOn} min is longer than ${limit} min, ${whose}.` }];
}

function removal({ removedBeforeNeedling }: AnaestheticUse, place: Place): readonly FindingCells[] {
  if (removedBeforeNeedling === true) return [];
  const message = "Take the cream off fully and disinfect before needling.";
  return [{ rule: "anaesthetic.removal", path: place("removedBeforeNeedling"), message }];
}
