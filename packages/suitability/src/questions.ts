import type { CalendarDate } from "@fibril/kernel";

/** One detail of a "yes". Only an `optional` one may be left out without standing in `missing`. */
export type Detail =
  | { readonly kind: "choice"; readonly ask: string; readonly options: Readonly<Record<string, string>> }
  | {
      readonly kind: "past-date";
      readonly ask: string;
      readonly onlyWhen?: { readonly detail: string; readonly is: string };
    }
  | { readonly kind: "flag"; readonly ask: string; readonly whenLeftOut?: boolean }
  | { readonly kind: "text"; readonly ask: string; readonly optional: true }
  | {
      readonly kind: "list";
      readonly ask: string;
      readonly of: Readonly<Record<string, Detail>>;
      readonly required: string;
    };

export interface Question {
  /** The question in plain words, as a patient reads it. */
  readonly ask: string;
  /** Why it is asked, in plain words. */
  readonly why: string;
  readonly details?: Readonly<Record<string, Detail>>;
}

/** What `kind` of procedure, as a patient names it. */
const procedureKinds = {
  "botulinum-toxin": "Botulinum toxin (Botox and similar)",
  filler: "Filler",
  "superficial-peel": "Light chemical peel",
  "deep-peel": "Deep chemical peel",
  dermabrasion: "Dermabrasion",
  surgery: "Surgery",
  "laser-non-ablative": "Laser that does not remove skin",
  "laser-ablative": "Resurfacing laser",
  "rf-microneedling": "Radio-frequency microneedling",
  waxing: "Waxing or other hair removal",
  microneedling: "Microneedling",
} as const;

/** Every question of the screening; every adult and every minor is asked all of them. An intake form can be drawn from it. */
export const questions = {
  pregnancy: {
    ask: "Are you pregnant, or might you be?",
    why: "Microneedling has not been studied in pregnancy, so it waits until afterwards.",
  },
  breastfeeding: {
    ask: "Are you breastfeeding?",
    why: "Microneedling and numbing creams have not been studied during breastfeeding.",
  },
  isotretinoin: {
    ask: "Do you take isotretinoin (Roaccutane and similar), or have you taken it?",
    why: "Skin may heal differently during this medicine and for some time after it.",
    details: {
      status: {
        kind: "choice",
        ask: "Do you still take it?",
        options: { current: "I take it now", stopped: "I have stopped" },
      },
      stoppedOn: {
        kind: "past-date",
        ask: "When did you take the last one?",
        onlyWhen: { detail: "status", is: "stopped" },
      },
    },
  },
  topicalActives: {
    ask: "Do you use retinol, tretinoin or acid products on your skin?",
    why: "They make the skin easier to irritate and are stopped a few days before.",
    details: { lastUsedOn: { kind: "past-date", ask: "When did you last use one?" } },
  },
  anticoagulant: {
    ask: "Do you take a blood thinner on prescription, such as warfarin or apixaban?",
    why: "You may bleed more. Never stop such a medicine for a skin treatment.",
    details: { agent: { kind: "text", ask: "Which one?", optional: true } },
  },
  antiplatelet: {
    ask: "Do you take aspirin, anti-inflammatory painkillers or fish oil?",
    why: "They make bruising more likely.",
  },
  bleedingDisorder: {
    ask: "Do you have a bleeding disorder, such as haemophilia?",
    why: "Even small needle marks may bleed for long.",
  },
  diabetes: {
    ask: "Do you have diabetes?",
    why: "High blood sugar slows healing and makes infection more likely.",
    details: {
      control: { kind: "choice", ask: "Is it well controlled?", options: { controlled: "Yes", uncontrolled: "No" } },
    },
  },
  immunosuppression: {
    ask: "Do you have a weak immune system, or take medicine that weakens it?",
    why: "Infection is more likely after needling.",
  },
  connectiveTissueDisease: {
    ask: "Do you have lupus, scleroderma or another connective tissue disease?",
    why: "The skin may heal badly or flare.",
  },
  sarcoidosis: { ask: "Do you have sarcoidosis?", why: "Needling may set off lumps in the skin." },
  bloodBorneVirus: {
    ask: "Do you live with HIV, hepatitis B or hepatitis C?",
    why: "Your doctor's view on healing is needed. It is not a reason to treat you worse.",
  },
  skinCancerInArea: {
    ask: "Do you have skin cancer in the area, or is it suspected?",
    why: "It must be treated first, and needling could spread or hide it.",
  },
  cancerTreatment: {
    ask: "Are you having treatment for cancer, or have you had it?",
    why: "Healing and the immune system may be weaker.",
    details: {
      status: {
        kind: "choice",
        ask: "Is the treatment over?",
        options: { current: "It goes on", ended: "It is over" },
      },
    },
  },
  actinicKeratosisInArea: {
    ask: "Do you have rough sun-damage spots (actinic keratosis) in the area?",
    why: "A dermatologist must see them first.",
  },
  moleInArea: {
    ask: "Do you have a mole in the area?",
    why: "Moles are left out, and a changing one must be seen by a doctor.",
    details: { changing: { kind: "flag", ask: "Has it changed in size, shape or colour?" } },
  },
  openLesionInArea: {
    ask: "Is there a wound, sore or irritated skin in the area?",
    why: "It must close first.",
  },
  activeAcneInArea: {
    ask: "Do you have spots (acne) in the area now?",
    why: "Needling through inflamed spots can spread bacteria and leave dark marks.",
    details: {
      kind: {
        kind: "choice",
        ask: "What are they like?",
        options: { inflammatory: "Red, sore or with pus", comedonal: "Blackheads or whiteheads only" },
      },
    },
  },
  skinInfectionInArea: {
    ask: "Is there a skin infection in the area, such as a cold sore, wart or impetigo?",
    why: "Needling would spread it.",
    details: {
      kind: {
        kind: "choice",
        ask: "Which kind?",
        options: {
          bacterial: "Bacterial",
          fungal: "Fungal",
          herpes: "Cold sore (herpes)",
          wart: "Wart",
          molluscum: "Molluscum",
        },
      },
    },
  },
  herpesHistory: {
    ask: "Do you ever get cold sores?",
    why: "Needling can bring them back; a medicine can prevent it.",
  },
  dermatitisOrPsoriasis: {
    ask: "Do you have eczema, dermatitis or psoriasis, or have you had it?",
    why: "Needling during a flare makes it worse.",
    details: { flareInArea: { kind: "flag", ask: "Is it active in the area now?" } },
  },
  rosacea: {
    ask: "Do you have rosacea?",
    why: "It can flare after needling.",
    details: { papulopustular: { kind: "flag", ask: "Do you have bumps or pus spots now?" } },
  },
  contactAllergy: {
    ask: "Is your skin allergic to any product or ingredient?",
    why: "Only simple products that suit you are used.",
  },
  keloid: {
    ask: "Do you, or close relatives, get raised or growing scars (keloids)?",
    why: "Needling could start one.",
    details: {
      history: { kind: "choice", ask: "Who has had them?", options: { personal: "I have", family: "Only relatives" } },
    },
  },
  recentScarInArea: {
    ask: "Do you have a new scar or stretch mark in the area?",
    why: "Young scars are left to mature first.",
    details: { on: { kind: "past-date", ask: "When did it appear?" } },
  },
  sunExposure: {
    ask: "Have you had sunburn, a tan or self-tan lately?",
    why: "Tanned or burnt skin marks more easily.",
    details: {
      kind: { kind: "choice", ask: "Which?", options: { sunburn: "Sunburn", tan: "A tan", "self-tan": "Self-tan" } },
      on: { kind: "past-date", ask: "When was the last time?" },
    },
  },
  melasma: { ask: "Do you have melasma (brown patches on the face)?", why: "Strong needling can darken it." },
  hyperpigmentationHistory: {
    ask: "Do spots or cuts leave dark marks on your skin?",
    why: "A careful start and a test area lower that risk.",
  },
  metalAllergy: { ask: "Are you allergic to nickel or steel?", why: "The needles are made of steel." },
  anaestheticAllergy: {
    ask: "Have you ever reacted to a numbing cream or injection?",
    why: "Numbing cream is often used before needling.",
  },
  cardiac: {
    ask: "Do you have a heart condition, a pacemaker or heart-rhythm medicine?",
    why: "Numbing creams can act on the heart.",
    details: {
      kind: {
        kind: "choice",
        ask: "Which?",
        options: {
          arrhythmia: "Irregular heartbeat",
          "anti-arrhythmic-drug": "Medicine for the heart rhythm",
          pacemaker: "Pacemaker",
          other: "Another condition",
        },
      },
    },
  },
  liverDisease: { ask: "Do you have liver disease?", why: "The liver clears numbing medicine from the body." },
  recentProcedures: {
    ask: "Have you had other skin treatments or surgery in the last 12 months?",
    why: "Skin needs time between treatments.",
    details: {
      procedures: {
        kind: "list",
        ask: "Which, and when?",
        required: "kind",
        of: {
          kind: { kind: "choice", ask: "Which treatment?", options: procedureKinds },
          on: { kind: "past-date", ask: "When?" },
          inArea: { kind: "flag", ask: "Was it in the area to be treated?", whenLeftOut: true },
        },
      },
    },
  },
  previousNeedlingReaction: {
    ask: "Have you ever reacted badly to microneedling?",
    why: "It may happen again.",
    details: {
      kind: {
        kind: "choice",
        ask: "What happened?",
        options: {
          granuloma: "Lasting lumps",
          scar: "A scar",
          pigment: "Dark or light marks",
          other: "Something else",
        },
      },
    },
  },
  bodyImageConcern: {
    ask: "Do worries about your looks take up much of your day?",
    why: "Someone else may help you better than a skin treatment.",
  },
} as const satisfies Record<string, Question>;

export type QuestionId = keyof typeof questions;
export const questionIds = Object.keys(questions) as QuestionId[];
export type ProcedureKind = keyof typeof procedureKinds;

/** The details of a question as one plain record, empty where it has none. */
export function detailsOf(question: QuestionId): Readonly<Record<string, Detail>> {
  const { details = {} }: Question = questions[question];
  return details;
}

type DetailValue<D> = D extends { readonly kind: "choice"; readonly options: infer Options }
  ? keyof Options
  : D extends { readonly kind: "past-date" }
    ? CalendarDate
    : D extends { readonly kind: "flag" }
      ? boolean
      : D extends { readonly kind: "list" }
        ? readonly Procedure[]
        : string;

type DetailsOf<Id extends QuestionId> = (typeof questions)[Id] extends { readonly details: infer Details }
  ? Details
  : object;

/** One earlier procedure; `on` left out is unknown, `inArea` left out counts as true. */
export interface Procedure {
  readonly kind: ProcedureKind;
  readonly on?: CalendarDate;
  readonly inArea?: boolean;
}

/** An answer to one question. Details belong to "yes" alone; one left out is unknown. */
export type ScreeningAnswer<Id extends QuestionId = QuestionId> =
  | { readonly answer: "no" | "unknown" }
  | ({ readonly answer: "yes" } & {
      readonly [Name in keyof DetailsOf<Id>]?: DetailValue<DetailsOf<Id>[Name]>;
    });
