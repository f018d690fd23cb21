/** What a screen may say about the model; nothing else is said. */
export const modelSentences = {
  label: "population, not a prognosis",
  evidenceEnds: "Evidence ends here",
  setting: "Drawn for age 45, 1.5 mm and 250 channels per cm²; only the session days are this patient's own.",
  order: "The phases follow one another in this order, at about these times.",
  gain: "Gain is expected to build over a course, to peak one to three months after the last session and partly to fade.",
  width: "The band shows how wide the uncertainty is.",
  indices: "The stain index is a stained area in the upper dermis; mass is the whole collagen. They are not the same.",
  durability: "How long a change lasts can't be told from the data.",
  depth: "A larger needle length ranks higher in the model; no amount can be read from it.",
  photographs: "A score from a photograph is not collagen.",
  assumed: "Assumed: the data hardly move this parameter.",
  apart: "can't be told apart",
} as const;

const promises: readonly (readonly [string, RegExp])[] = [
  ["will", /\bwill\b(?! not)/i],
  ["guarantee", /\bguarantee/i],
  ["boost", /\bboost/i],
  ["ensure", /\bensur/i],
  ["promise", /\bpromis/i],
  ["cure", /\bcur(e|es|ed|ing)\b/i],
  ["optimal", /\b(optimal|optimum|best (schedule|spacing|interval|number))\b/i],
  ["your collagen", /\b(your|her|his|their) (own )?collagen\b/i],
  ["personal percentage", /\b(you|your|the patient)\b[^.]*\d\s?%/i],
];

/** The promises found in a text about the model, by name; none is what a text must give. */
export function promiseWords(text: string): readonly string[] {
  return promises.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
