/** A thing to ask about at home. Its levels go from none to worst; "unknown" and left out are not among them. */
export interface Sign {
  readonly ask: string;
  /** The least bad level first; the first one means "not there". */
  readonly levels: readonly string[];
  readonly labels: readonly string[];
  readonly group: SignGroup;
  /** Before this day since the session it is not asked, so that a missing answer does not count as unknown. */
  readonly askedFromDay: number;
}

/** Asked together on one card with one button "none of these". */
export const signGroups = {
  emergency: "Do you have any of these now?",
  eyes: "Your eyes",
  infection: "Signs of an infection",
  skin: "Your skin",
  later: "Later changes",
} as const;
export type SignGroup = keyof typeof signGroups;

const yesNo = { levels: ["no", "yes"], labels: ["No", "Yes"] } as const;
const nearEye = {
  levels: ["no", "yes", "near-eye"],
  labels: ["No", "Yes, not near an eye", "Yes, near an eye"],
} as const;
const always = { askedFromDay: 0 } as const;

/** To add a sign, add its row here and what it means to the triage table. */
export const signs = {
  troubleBreathing: { ask: "Wheezing or trouble breathing", ...yesNo, group: "emergency", ...always },
  lipOrTongueSwelling: { ask: "Swelling of the lips or tongue", ...yesNo, group: "emergency", ...always },
  faint: { ask: "You fainted, or feel you are about to", ...yesNo, group: "emergency", ...always },
  seizure: { ask: "A fit (seizure)", ...yesNo, group: "emergency", ...always },
  palpitations: { ask: "A racing or uneven heartbeat", ...yesNo, group: "emergency", ...always },
  numbMouth: { ask: "A numb mouth or tongue after numbing cream", ...yesNo, group: "emergency", ...always },
  eyePain: { ask: "Pain in an eye", ...yesNo, group: "eyes", ...always },
  visionChange: { ask: "You see less well than before", ...yesNo, group: "eyes", ...always },
  fever: { ask: "Fever or shivering", ...yesNo, group: "infection", ...always },
  spreadingRedness: { ask: "Redness that spreads", ...yesNo, group: "infection", ...always },
  pus: { ask: "Pus", ...yesNo, group: "infection", ...always },
  pain: {
    ask: "How much does it hurt?",
    levels: ["none", "mild", "moderate", "severe"],
    labels: ["Not at all", "A little", "Quite a lot", "Very much"],
    group: "infection",
    ...always,
  },
  gettingWorse: { ask: "It is getting worse, not better", ...yesNo, group: "infection", ...always },
  blisters: { ask: "Small blisters in a group", ...nearEye, group: "infection", ...always },
  tingling: { ask: "Tingling, as before a cold sore", ...nearEye, group: "infection", ...always },
  honeyCrust: { ask: "A crust the colour of honey", ...yesNo, group: "infection", ...always },
  redness: { ask: "Redness", ...yesNo, group: "skin", ...always },
  swelling: { ask: "Swelling of the treated skin", ...yesNo, group: "skin", ...always },
  flaking: { ask: "Flaking", ...yesNo, group: "skin", ...always },
  itch: { ask: "Itching", ...yesNo, group: "skin", ...always },
  sharpEdgedRash: { ask: "A rash with a sharp edge", ...yesNo, group: "skin", ...always },
  bumps: { ask: "Red bumps", ...yesNo, group: "skin", ...always },
  darkPatches: { ask: "Brown or darker patches", ...yesNo, group: "later", askedFromDay: 3 },
  linesOrGrooves: { ask: "Raised lines or grooves", ...yesNo, group: "later", askedFromDay: 3 },
  lumps: {
    ask: "Lumps under the skin",
    levels: ["no", "yes", "draining"],
    labels: ["No", "Yes", "Yes, and something comes out"],
    group: "later",
    askedFromDay: 7,
  },
  numbness: { ask: "Skin that feels numb", ...yesNo, group: "later", askedFromDay: 1 },
  otherWorry: { ask: "Something else that worries you", ...yesNo, group: "later", ...always },
} as const satisfies Record<string, Sign>;

export type SignId = keyof typeof signs;
export const signIds = Object.keys(signs) as readonly SignId[];
export type SignLevel<Id extends SignId = SignId> = (typeof signs)[Id]["levels"][number];

/** Answers of one check-in; a sign left out was not asked. */
export type SignAnswers = { readonly [Id in SignId]?: SignLevel<Id> | "unknown" };

export function signOf(id: SignId): Sign {
  return signs[id];
}
