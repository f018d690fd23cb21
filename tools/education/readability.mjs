// How hard a text is to read: the Flesch-Kincaid grade (Kincaid 1975), with a syllable counter for English.

/** Words whose count the rules below get wrong and that our pages use. */
const counted = {
  area: 3,
  being: 2,
  clinician: 3,
  doing: 2,
  going: 2,
  idea: 3,
  ideas: 3,
  microneedling: 4,
  people: 2,
  science: 2,
  seeing: 2,
  someone: 2,
  something: 2,
  sometimes: 2,
};

/** Syllables of one English word, at least 1. */
export function syllables(word) {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  if (bare.length === 0) return 1;
  const known = counted[bare];
  if (known) return known;
  const spoken = bare
    .replace(/(?<!^|[td]|[^aeiou]l)ed$/, "d")
    .replace(/(?<![sxzgc]|ch|sh|[^aeiou]l)es$/, "s")
    .replace(/(?<![^aeiou]l)e$/, "");
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const split = spoken.match(/i[ao](?!n|us)|eo(?!us)|[iu]um|ia(?=n|l)|uou|ing(?<=[yi]ing)/g)?.length ?? 0;
  return Math.max(1, groups + split);
}

export function sentencesOf(text) {
  return text
    .split(/(?<=[.!?:]\*{0,2})\s+(?=\*{0,2}[A-Z0-9“"(])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));
}

export function wordsOf(text) {
  return text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
}

/** School grade in the United States; a pupil of grade 9 is 14 to 15 years old. */
export function fleschKincaidGrade(text) {
  const sentences = sentencesOf(text).length;
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
}
