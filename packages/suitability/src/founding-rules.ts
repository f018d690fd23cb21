import { unsourced } from "@fibril/evidence";
import type { Adaptation, PatientRule, Rule, RuleSet, Wait } from "./rule.ts";

const days = (count: number): Wait => ({ unit: "days", count });
const months = (count: number): Wait => ({ unit: "months", count });
const instruct = (text: string): Adaptation => ({ kind: "instruction", text });

/**
 * The founding rules, by question, the first row that fits fires. To add a rule, add its row here and its rows in
 * rule-vectors.test.ts. Not reviewed by a registered clinician yet.
 */
const questionRules: RuleSet["questions"] = {
  pregnancy: [
    {
      id: "preg",
      verdict: "defer",
      until: "pregnancy-ended",
      reason: "Pregnant: no data on needling, and the label excludes it",
      sources: ["S6", "S33", "S34"],
    },
  ],
  breastfeeding: [
    {
      id: "lact",
      verdict: "defer",
      until: "breastfeeding-ended",
      reason: "Breastfeeding: no data on needling, and the label excludes it",
      sources: ["S6", "S10"],
      found: [{ says: "Only the topical anaesthetic is excluded; needling itself may proceed", sources: ["S10"] }],
      milder: {
        verdict: "adapt",
        when: { anaesthetic: ["none"] },
        reason: "Breastfeeding: no data on needling; one label excludes the topical anaesthetic alone",
        adaptations: [instruct("Use no topical anaesthetic")],
        sources: ["S10"],
      },
    },
  ],
  isotretinoin: [
    {
      id: "med.isotretinoin.current",
      when: { detail: "status", is: ["current"] },
      verdict: "do-not-treat",
      reason: "Takes isotretinoin: the device label excludes it",
      sources: ["S6"],
    },
    {
      id: "med.isotretinoin.past",
      when: { detail: "status", is: ["stopped"] },
      after: "stoppedOn",
      wait: months(6),
      verdict: "defer",
      override: "prescriber",
      range: { min: 2, max: 12, scope: "person" },
      reason: "Stopped isotretinoin less than {wait} ago",
      sources: ["S6"],
      found: [
        { says: "No delay for comparable procedures (needling is not named)", sources: ["S24", "S25"] },
        { says: "2 months", sources: ["S44"] },
        { says: "3 months", sources: ["S27"] },
        { says: "6 months (drug label, as quoted; clinics)", sources: ["S23", "S26", "S28", "S29"] },
        { says: "12 months", sources: ["S22", "S30"] },
      ],
    },
  ],
  topicalActives: [
    {
      id: "med.topical",
      after: "lastUsedOn",
      wait: days(3),
      verdict: "defer",
      range: { min: 1, max: 10, scope: "clinic" },
      reason: "Used a retinoid or acid on the skin less than {wait} ago",
      adaptations: [instruct("Stop retinoids and acids {wait} before each session; resume on day 5 to 7")],
      sources: ["S28", "S29", "S30"],
      found: [
        { says: "24 hours", sources: ["S28"] },
        { says: "2 days", sources: ["S27"] },
        { says: "5 days", sources: ["S29"] },
        { says: "7 days", sources: ["S30"] },
        { says: "10 days", sources: ["S35"] },
      ],
    },
    {
      id: "med.topical",
      wait: days(3),
      verdict: "adapt",
      reason: "Uses a retinoid or acid on the skin",
      adaptations: [instruct("Stop retinoids and acids {wait} before each session; resume on day 5 to 7")],
      sources: ["S28", "S29", "S30"],
    },
  ],
  anticoagulant: [
    {
      id: "med.anticoag",
      verdict: "refer",
      reason: "Takes an anticoagulant: bleeding is weighed against clotting by the prescriber",
      adaptations: [instruct("Tell nobody to stop or change the anticoagulant; only its prescriber decides")],
      sources: ["S9", "S11", "S31"],
      found: [
        { says: "Excluded, low-dose aspirin too", sources: ["S11"] },
        { says: "Not evaluated", sources: ["S9"] },
        { says: "Continued for minor procedures", sources: ["S31"] },
      ],
    },
  ],
  antiplatelet: [
    {
      id: "med.antiplatelet",
      verdict: "adapt",
      reason: "Takes aspirin, an anti-inflammatory or fish oil: bruising is likelier",
      adaptations: [
        instruct("Warn of bruising and choose a shallower setting"),
        instruct("Tell nobody to stop a prescribed medicine"),
      ],
      sources: ["S31", "S11"],
    },
  ],
  bleedingDisorder: [
    {
      id: "blood.disorder",
      verdict: "do-not-treat",
      reason: "Bleeding disorder: the device label excludes it",
      sources: ["S6", "S10"],
    },
  ],
  diabetes: [
    {
      id: "endo.diabetes.uncontrolled",
      when: { detail: "control", is: ["uncontrolled"] },
      verdict: "defer",
      until: "diabetes-controlled",
      reason: "Diabetes is not controlled: infection and slow healing are likelier",
      sources: ["S11"],
    },
    {
      id: "endo.diabetes.controlled",
      when: { detail: "control", is: ["controlled"] },
      verdict: "adapt",
      reason: "Controlled diabetes: infection and slow healing are likelier",
      adaptations: [
        instruct("Ask for the latest HbA1c and record it"),
        instruct("Check healing before the next session"),
      ],
      sources: ["S8"],
    },
  ],
  immunosuppression: [
    {
      id: "imm.suppress",
      verdict: "refer",
      reason: "Immunosuppressed: infection is likelier",
      sources: ["S8", "S16"],
    },
  ],
  connectiveTissueDisease: [
    {
      id: "imm.ctd",
      verdict: "do-not-treat",
      reason: "Connective tissue disease: healing may be impaired",
      sources: ["S7", "S9", "S10"],
    },
  ],
  sarcoidosis: [{ id: "imm.sarcoid", verdict: "refer", reason: "Sarcoidosis: risk of granuloma", sources: ["S32"] }],
  bloodBorneVirus: [
    {
      id: "inf.bbv",
      verdict: "refer",
      reason: "Blood-borne virus: the immune state needs the treating doctor's view",
      adaptations: [instruct("Take standard precautions, as with everyone")],
      sources: ["S11"],
      found: [{ says: "Excluded by a clinic; no label lists it", sources: ["S11"] }],
    },
  ],
  skinCancerInArea: [
    {
      id: "onc.skin",
      verdict: "do-not-treat",
      reason: "Skin cancer in the area: the device label excludes it",
      adaptations: [instruct("Refer to dermatology")],
      sources: ["S6", "S9"],
    },
  ],
  cancerTreatment: [
    {
      id: "onc.treatment.current",
      when: { detail: "status", is: ["current"] },
      verdict: "do-not-treat",
      reason: "Under treatment for cancer: healing and immunity are impaired",
      sources: ["S11", "S18"],
    },
    {
      id: "onc.treatment.past",
      when: { detail: "status", is: ["ended"] },
      verdict: "refer",
      reason: "Treated for cancer in the past: the oncologist decides",
      sources: ["S11", "S18"],
      found: [{ says: "Radiation to the skin at least 3 months ago", sources: ["S27"] }],
    },
  ],
  actinicKeratosisInArea: [
    {
      id: "les.ak",
      verdict: "refer",
      reason: "Actinic keratosis in the area: premalignant, and needling could mask it",
      adaptations: [instruct("Treat around it once a dermatologist has seen it")],
      sources: ["S8", "S10"],
    },
  ],
  moleInArea: [
    {
      id: "les.mole.changing",
      when: { detail: "changing", is: [true] },
      verdict: "refer",
      reason: "A changing mole in the area must be examined first",
      sources: ["S11"],
    },
    {
      id: "les.mole",
      when: { detail: "changing", is: [false] },
      verdict: "adapt",
      reason: "A mole in the area",
      adaptations: [instruct("Avoid the mole")],
      sources: ["S11"],
    },
  ],
  openLesionInArea: [
    {
      id: "les.open",
      verdict: "defer",
      until: "lesion-closed",
      reason: "Open, sore or irritated skin in the area: the device label excludes it",
      sources: ["S6"],
    },
  ],
  activeAcneInArea: [
    {
      id: "acne.inflammatory",
      when: { detail: "kind", is: ["inflammatory"] },
      verdict: "defer",
      until: "acne-quiet",
      reason: "Inflamed acne in the area: spread of bacteria, flare and dark marks",
      sources: ["S10", "S11", "S16"],
      found: [{ says: "Only stages III and IV need a doctor's consent", sources: ["S10"] }],
      milder: {
        verdict: "adapt",
        when: { detail: "kind", is: ["inflammatory"] },
        reason: "Inflamed acne in the area: one label asks for a doctor's consent in stages III and IV alone",
        adaptations: [
          instruct("Leave out inflamed skin and treat around it"),
          instruct("Send acne of stage III or IV to a doctor and do not treat before"),
        ],
        sources: ["S10"],
      },
    },
    {
      id: "acne.comedonal",
      when: { detail: "kind", is: ["comedonal"] },
      verdict: "adapt",
      reason: "Comedones in the area",
      adaptations: [instruct("Avoid the lesions")],
      sources: ["S11"],
      found: [{ says: "Clinics mostly exclude active acne outright", sources: ["S11"] }],
    },
  ],
  skinInfectionInArea: [
    {
      id: "inf.active",
      verdict: "do-not-treat",
      reason: "Infection in the area: needling would spread it",
      adaptations: [instruct("Wait until it has fully healed, then screen again")],
      sources: ["S7", "S9", "S18"],
    },
  ],
  herpesHistory: [
    {
      id: "inf.hsv.history",
      verdict: "adapt",
      reason: "Recurrent herpes can return after needling",
      adaptations: [
        {
          kind: "precondition",
          id: "antiviral-decision",
          text: "Have a prescriber review and decide on antiviral cover before the session",
        },
      ],
      sources: ["S19", "S20", "S16"],
      found: [
        { says: "Valaciclovir for 10 or 14 days around laser resurfacing (extrapolated)", sources: ["S19", "S20"] },
        { says: "About one week for needling", sources: ["S16"] },
      ],
    },
  ],
  dermatitisOrPsoriasis: [
    {
      id: "derm.flare",
      when: { detail: "flareInArea", is: [true] },
      verdict: "defer",
      until: "skin-clear",
      reason: "Eczema, dermatitis or psoriasis flares in the area",
      sources: ["S9", "S18"],
    },
    {
      id: "derm.history",
      when: { detail: "flareInArea", is: [false] },
      verdict: "adapt",
      reason: "History of eczema, dermatitis or psoriasis, clear now",
      adaptations: [instruct("Needle shallow and treat a test patch first")],
      sources: ["S9"],
    },
  ],
  rosacea: [
    {
      id: "derm.rosacea.papulopustular",
      when: { detail: "papulopustular", is: [true] },
      verdict: "defer",
      until: "skin-clear",
      reason: "Papulopustular rosacea can flare",
      sources: ["S10"],
    },
    {
      id: "derm.rosacea",
      when: { detail: "papulopustular", is: [false] },
      verdict: "adapt",
      reason: "Rosacea without papules or pustules can flare",
      adaptations: [instruct("Needle shallow and warn of longer redness")],
      sources: unsourced,
    },
  ],
  contactAllergy: [
    {
      id: "derm.contact",
      verdict: "adapt",
      reason: "Contact allergy",
      adaptations: [instruct("Test every product beforehand and use the simplest sterile topicals")],
      sources: ["S8"],
    },
  ],
  keloid: [
    {
      id: "scar.keloid",
      when: { detail: "history", is: ["personal"] },
      verdict: "refer",
      reason: "Own tendency to keloid or hypertrophic scars",
      sources: ["S9", "S15", "S16"],
      found: [
        { says: "Not evaluated", sources: ["S9"] },
        { says: "A relative contraindication", sources: ["S15", "S16"] },
        { says: "Needling is studied as a treatment of such scars", sources: ["S21"] },
      ],
    },
    {
      id: "scar.keloid.family",
      when: { detail: "history", is: ["family"] },
      verdict: "adapt",
      reason: "Keloid scars in the family only",
      adaptations: [instruct("Treat a test patch first and look at it before the session")],
      sources: unsourced,
    },
  ],
  recentScarInArea: [
    {
      id: "scar.young",
      after: "on",
      wait: months(12),
      verdict: "defer",
      range: { min: 2, max: 12, scope: "clinic" },
      reason: "A scar or stretch mark in the area is younger than {wait}",
      sources: ["S9"],
      found: [
        { says: "Younger than 1 year is not evaluated", sources: ["S9"] },
        { says: "6 weeks to 6 months where a doctor agrees", sources: ["S22"] },
      ],
    },
  ],
  sunExposure: [
    {
      id: "sun",
      after: "on",
      wait: days(14),
      verdict: "defer",
      range: { min: 1, max: 28, scope: "clinic" },
      reason: "Sunburn, tan or self-tan less than {wait} ago: dark marks are likelier",
      sources: ["S26"],
      found: [
        { says: "24 hours", sources: ["S28"] },
        { says: "48 hours", sources: ["S30"] },
        { says: "2 weeks", sources: ["S26"] },
        { says: "4 weeks", sources: ["S35"] },
      ],
    },
  ],
  melasma: [
    {
      id: "pig.melasma",
      verdict: "adapt",
      reason: "Melasma can darken when needled too strongly",
      adaptations: [instruct("Protect from light first"), instruct("Keep the depth low and the passes few")],
      sources: ["S37"],
    },
  ],
  hyperpigmentationHistory: [
    {
      id: "pig.pih",
      verdict: "adapt",
      reason: "Earlier dark marks after inflammation",
      adaptations: [instruct("Treat a test area first and start shallow")],
      sources: ["S14"],
    },
  ],
  metalAllergy: [
    {
      id: "allergy.metal",
      verdict: "do-not-treat",
      reason: "Allergy to nickel or steel: the device label excludes it",
      adaptations: [instruct("Refer for a patch test")],
      sources: ["S6", "S14"],
    },
  ],
  anaestheticAllergy: [
    {
      id: "allergy.anaesthetic",
      when: { anaesthetic: ["lidocaine", "lidocaine-prilocaine", "lidocaine-tetracaine", "other"] },
      verdict: "do-not-treat",
      reason: "Allergy to an anaesthetic, and an anaesthetic is asked for",
      sources: ["S6", "S10"],
    },
    {
      id: "allergy.anaesthetic",
      when: { anaesthetic: ["none"] },
      verdict: "refer",
      reason: "Allergy to an anaesthetic: needs a medical review even without one",
      adaptations: [instruct("Use no anaesthetic")],
      sources: ["S6", "S10"],
      found: [
        { says: "Excluded as a blanket", sources: ["S6"] },
        { says: "Only the anaesthetic is excluded; needling itself may proceed", sources: ["S10"] },
      ],
    },
  ],
  cardiac: [
    {
      id: "cardiac",
      verdict: "refer",
      reason: "Heart condition: anaesthetics act on the heart, and pacemakers exclude radio frequency",
      adaptations: [
        instruct("Use no or little topical lidocaine"),
        instruct("Use no radio frequency with a pacemaker"),
      ],
      sources: ["S10", "S38"],
    },
  ],
  liverDisease: [
    {
      id: "liver",
      verdict: "adapt",
      reason: "Liver disease: lidocaine is cleared more slowly",
      adaptations: [instruct("Use no high-dose lidocaine")],
      sources: ["S10"],
    },
  ],
  recentProcedures: [
    {
      ...procedure("botulinum-toxin", "Botulinum toxin", days(14)),
      range: { min: 14, max: 180, scope: "clinic" },
      sources: ["S30", "S40"],
      found: [
        { says: "2 weeks", sources: ["S30", "S40"] },
        { says: "3 months", sources: ["S11"] },
        { says: "6 months", sources: ["S26"] },
      ],
    },
    {
      ...procedure("filler", "Filler", days(28)),
      range: { min: 14, max: 365, scope: "clinic" },
      sources: ["S30", "S40", "S26", "S27", "S11"],
      found: [
        { says: "2 weeks (4 weeks is our midpoint)", sources: ["S30", "S40"] },
        { says: "6 months", sources: ["S26", "S27"] },
        { says: "12 months", sources: ["S11"] },
      ],
    },
    {
      ...procedure("superficial-peel", "A superficial peel", days(28)),
      range: { min: 14, max: 28, scope: "clinic" },
      sources: ["S42", "S43"],
      found: [{ says: "Trials alternate every 2 to 3 weeks", sources: ["S42", "S43"] }],
    },
    {
      ...procedure("deep-peel", "A deep peel", months(3)),
      sources: ["S26"],
      found: [
        { says: "3 months", sources: ["S26"] },
        { says: "30 days", sources: ["S41"] },
      ],
      range: { min: 2, max: 3, scope: "clinic" },
    },
    { ...procedure("dermabrasion", "Dermabrasion", months(3)), sources: ["S26"] },
    { ...procedure("surgery", "Surgery", months(12)), sources: ["S26", "S11"] },
    { ...procedure("laser-non-ablative", "A non-ablative laser", days(28)), sources: unsourced },
    { ...procedure("laser-ablative", "An ablative laser", months(3)), sources: unsourced },
    { ...procedure("rf-microneedling", "Radio-frequency microneedling", months(3)), sources: unsourced },
    {
      ...procedure("waxing", "Waxing", days(7)),
      range: { min: 7, max: 14, scope: "clinic" },
      sources: ["S30"],
      found: [
        { says: "1 week", sources: ["S30"] },
        { says: "2 weeks", sources: ["S35"] },
      ],
    },
    {
      ...procedure("microneedling", "Microneedling", days(28)),
      sources: ["S57", "S58", "S62", "S63"],
      found: [
        { says: "2 weeks", sources: ["S60", "S61", "S65"] },
        { says: "4 weeks", sources: ["S57", "S58", "S62", "S63"] },
        { says: "6 weeks", sources: ["S42", "S66"] },
      ],
    },
  ],
  previousNeedlingReaction: [
    {
      id: "prev.reaction.severe",
      when: { detail: "kind", is: ["granuloma", "scar"] },
      verdict: "do-not-treat",
      reason: "Granuloma or scar after earlier needling",
      sources: ["S4"],
    },
    {
      id: "prev.reaction",
      when: { detail: "kind", is: ["pigment", "other"] },
      verdict: "refer",
      reason: "Reaction after earlier needling",
      sources: ["S4"],
    },
  ],
  bodyImageConcern: [
    {
      id: "psych",
      verdict: "refer",
      reason: "Distress about appearance: the treatment may not help",
      sources: unsourced,
    },
  ],
};

const patientRules: readonly PatientRule[] = [
  {
    id: "age.minor",
    when: { ageFrom: 0, ageTo: 17 },
    verdict: "refer",
    reason: "Under 18: off label, and not the minor's decision alone",
    adaptations: [
      { kind: "precondition", id: "guardian-consent", text: "Obtain parental consent" },
      { kind: "precondition", id: "minor-assent", text: "Obtain the minor's own assent" },
      instruct("Treat scars only"),
    ],
    sources: ["S1", "S39"],
    found: [
      { says: "Authorised from 22 years", sources: ["S1"] },
      { says: "Studied from 15 years", sources: ["S39"] },
    ],
  },
  {
    id: "age.offLabel",
    when: { ageFrom: 18, ageTo: 21 },
    verdict: "adapt",
    reason: "18 to 21 years: authorised indications begin at 22",
    adaptations: [instruct("Give the off-label notice and record it")],
    sources: ["S1"],
  },
  {
    id: "phototype.4to6",
    when: { fitzpatrick: [4, 5, 6] },
    verdict: "adapt",
    reason: "Phototype IV to VI: the risk of dark marks is low, not zero",
    adaptations: [
      instruct("Make the first session shallower"),
      instruct("Treat a test area first where there is a history of pigment marks"),
      instruct("Use tinted sun protection later, once the skin has closed"),
    ],
    sources: ["S36", "S37", "S14"],
    found: [
      { says: "No dark marks in the pooled trials", sources: ["S36"] },
      { says: "6.7 % against 30 % with a laser, one trial", sources: ["S37"] },
      { says: "Among the lasting events", sources: ["S14"] },
    ],
  },
  {
    id: "concern.thin-skin",
    when: { concern: "thin-skin" },
    verdict: "adapt",
    reason: "Thin skin takes less depth",
    adaptations: [instruct("Use the shallowest setting: the thinnest skin takes the shallowest")],
    sources: ["S55"],
  },
];

/** The rule set the product ships with. No registered clinician has reviewed it, and it says so. */
export const foundingRuleSet: RuleSet = {
  id: "founding",
  version: "1.0.0",
  reviewedBy: null,
  questions: questionRules,
  patient: patientRules,
  changes: [],
};

function procedure(kind: string, name: string, wait: Wait): Omit<Rule, "sources"> {
  return {
    id: `proc.${kind}`,
    when: { detail: "kind", is: [kind] },
    after: "on",
    wait,
    verdict: "defer",
    reason: `${name} in the area less than {wait} ago`,
  };
}
