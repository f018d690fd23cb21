import { type Cited, unsourced } from "@fibril/evidence";
import type { SignId, SignLevel } from "./signs.ts";
import type { Within } from "./urgency.ts";

/** One line of the triage table. A clinician must confirm the table before it is used. */
export interface TriageRow<Id extends SignId = SignId> extends Cited {
  readonly id: string;
  readonly sign: Id;
  /** It holds at this level and at every worse one, so that worse never counts for less. */
  readonly atLeast: SignLevel<Id>;
  /** Days since the session, both included; left out is without limit. */
  readonly fromDay?: number;
  readonly toDay?: number;
  readonly onlyAfterAnaesthetic?: true;
  readonly within: Within;
  /** For professionals. */
  readonly thinkOf: string;
  readonly action: string;
}

const emergency = { within: "emergency" } as const;
const anaphylaxis = {
  ...emergency,
  thinkOf: "Anaphylaxis",
  action: "Emergency services now.",
  sources: ["S12", "S14"],
} as const;
const toxicity = {
  ...emergency,
  thinkOf: "Lidocaine toxicity",
  action: "Emergency services now; remove any numbing cream.",
  sources: ["S72", "S73"],
} as const;
const eye = { ...emergency, thinkOf: "Injury of the eye", action: "Emergency eye care.", sources: unsourced } as const;
const infection = {
  within: "same-day",
  thinkOf: "Bacterial infection, cellulitis",
  action: "A clinician sees it today; swab; look up the lot.",
  sources: ["S12", "S82"],
} as const;
const herpes = {
  within: "same-day",
  thinkOf: "Herpes simplex, eczema herpeticum",
  action: "A clinician sees it today.",
  sources: ["S16"],
} as const;
const herpesNearEye = { ...herpes, within: "emergency", action: "Emergency eye care." } as const;
const contact = {
  within: { hours: [24, 48] },
  thinkOf: "Contact dermatitis",
  action: "A clinician looks; stop all products.",
  sources: ["S14"],
} as const;
const granuloma = {
  within: { hours: [48, 48] },
  thinkOf: "Allergic or granulomatous reaction",
  action: "Stop all products; dermatology, biopsy, patch test; not repeated steroids alone.",
  sources: ["S4", "S32", "S77"],
} as const;
const prolonged = {
  within: { hours: [48, 72] },
  thinkOf: "Prolonged inflammation",
  action: "Review with a photograph.",
  sources: ["S14"],
} as const;
const lateForCourse = {
  within: "1-week",
  thinkOf: "Slower than the usual course, within the outer limit of passing reactions",
  action: "Look at it within a week; sooner if it grows.",
  sources: ["S14"],
} as const;
const expected = {
  within: "expected",
  thinkOf: "The usual course",
  action: "Reassure.",
  sources: ["S14", "S79"],
} as const;
/** Not in the literature table: the more careful reading of a gap between two of its rows. */
const ours = {
  thinkOf: "Not in the table of the literature",
  action: "A clinician looks at it.",
  sources: unsourced,
} as const;

/** To change the triage, change a row and its test row. */
export const triageRows = [
  row({ id: "anaphylaxis.breathing", sign: "troubleBreathing", atLeast: "yes", ...anaphylaxis }),
  row({ id: "anaphylaxis.swelling", sign: "lipOrTongueSwelling", atLeast: "yes", ...anaphylaxis }),
  row({ id: "anaphylaxis.faint", sign: "faint", atLeast: "yes", ...anaphylaxis }),
  row({ id: "lidocaine.seizure", sign: "seizure", atLeast: "yes", ...toxicity }),
  row({ id: "lidocaine.palpitations", sign: "palpitations", atLeast: "yes", ...toxicity }),
  row({ id: "lidocaine.numb-mouth", sign: "numbMouth", atLeast: "yes", onlyAfterAnaesthetic: true, ...toxicity }),
  row({ id: "other.numb-mouth", sign: "numbMouth", atLeast: "yes", within: "same-day", ...ours }),
  row({ id: "eye.pain", sign: "eyePain", atLeast: "yes", ...eye }),
  row({ id: "eye.vision", sign: "visionChange", atLeast: "yes", ...eye }),
  row({ id: "infection.fever", sign: "fever", atLeast: "yes", ...infection }),
  row({ id: "infection.spreading", sign: "spreadingRedness", atLeast: "yes", ...infection }),
  row({ id: "infection.pus", sign: "pus", atLeast: "yes", ...infection }),
  row({ id: "infection.severe-pain", sign: "pain", atLeast: "severe", ...infection }),
  row({ id: "infection.rising", sign: "gettingWorse", atLeast: "yes", fromDay: 3, ...infection }),
  row({
    id: "other.rising-early",
    sign: "gettingWorse",
    atLeast: "yes",
    toDay: 2,
    within: { hours: [24, 24] },
    ...ours,
  }),
  row({ id: "course.pain", sign: "pain", atLeast: "mild", toDay: 2, ...expected }),
  row({ id: "other.pain-lasting", sign: "pain", atLeast: "mild", fromDay: 3, within: { hours: [48, 48] }, ...ours }),
  row({
    id: "other.pain-moderate",
    sign: "pain",
    atLeast: "moderate",
    fromDay: 3,
    within: { hours: [24, 24] },
    ...ours,
  }),
  row({ id: "herpes.blisters", sign: "blisters", atLeast: "yes", ...herpes }),
  row({ id: "herpes.blisters-eye", sign: "blisters", atLeast: "near-eye", ...herpesNearEye }),
  row({ id: "herpes.tingling", sign: "tingling", atLeast: "yes", ...herpes }),
  row({ id: "herpes.tingling-eye", sign: "tingling", atLeast: "near-eye", ...herpesNearEye }),
  row({
    id: "impetigo",
    sign: "honeyCrust",
    atLeast: "yes",
    within: { hours: [24, 24] },
    thinkOf: "Impetigo",
    action: "A clinician looks within a day.",
    sources: unsourced,
  }),
  row({ id: "contact.itch", sign: "itch", atLeast: "yes", toDay: 3, ...contact }),
  row({ id: "granuloma.itch", sign: "itch", atLeast: "yes", fromDay: 4, ...granuloma }),
  row({ id: "contact.rash", sign: "sharpEdgedRash", atLeast: "yes", toDay: 3, ...contact }),
  row({ id: "granuloma.rash", sign: "sharpEdgedRash", atLeast: "yes", fromDay: 4, ...granuloma }),
  row({ id: "contact.bumps", sign: "bumps", atLeast: "yes", toDay: 2, ...contact }),
  row({ id: "granuloma.bumps", sign: "bumps", atLeast: "yes", fromDay: 3, ...granuloma }),
  row({ id: "course.redness", sign: "redness", atLeast: "yes", toDay: 2, ...expected }),
  row({ id: "redness.slow", sign: "redness", atLeast: "yes", fromDay: 3, toDay: 7, ...lateForCourse }),
  row({ id: "redness.prolonged", sign: "redness", atLeast: "yes", fromDay: 8, ...prolonged }),
  row({ id: "course.swelling", sign: "swelling", atLeast: "yes", toDay: 2, ...expected }),
  row({ id: "swelling.slow", sign: "swelling", atLeast: "yes", fromDay: 3, toDay: 7, ...lateForCourse }),
  row({ id: "swelling.prolonged", sign: "swelling", atLeast: "yes", fromDay: 8, ...prolonged }),
  row({ id: "course.flaking", sign: "flaking", atLeast: "yes", toDay: 5, ...expected }),
  row({ id: "flaking.slow", sign: "flaking", atLeast: "yes", fromDay: 6, ...lateForCourse }),
  row({ id: "course.dark-patches", sign: "darkPatches", atLeast: "yes", toDay: 2, ...expected }),
  row({
    id: "pigment",
    sign: "darkPatches",
    atLeast: "yes",
    fromDay: 3,
    within: "1-week",
    thinkOf: "Hyperpigmentation after inflammation (typically after week 2)",
    action: "Photoprotection; pause the course.",
    sources: ["S14"],
  }),
  row({
    id: "tram-track",
    sign: "linesOrGrooves",
    atLeast: "yes",
    within: "1-week",
    thinkOf: "Tram-track scarring",
    action: "Dermatology; halt the course.",
    sources: ["S14", "S46"],
  }),
  row({ id: "lumps", sign: "lumps", atLeast: "yes", ...granuloma }),
  row({
    id: "lumps.draining",
    sign: "lumps",
    atLeast: "draining",
    within: "same-day",
    thinkOf: "Atypical mycobacteria, abscess",
    action: "A clinician sees it today; dermatology and culture; look up the lot.",
    sources: unsourced,
  }),
  row({
    id: "nerve",
    sign: "numbness",
    atLeast: "yes",
    fromDay: 1,
    within: "1-week",
    thinkOf: "Injury of a nerve (rare; meant for numbness over a week)",
    action: "A clinician looks within a week.",
    sources: ["S12"],
  }),
  row({ id: "other.numbness", sign: "numbness", atLeast: "yes", toDay: 0, within: { hours: [24, 24] }, ...ours }),
  row({ id: "other.worry", sign: "otherWorry", atLeast: "yes", within: { hours: [24, 24] }, ...ours }),
] as const;

function row<Id extends SignId>(cells: TriageRow<Id>): TriageRow {
  return cells as TriageRow;
}
