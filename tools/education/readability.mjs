// How hard a text is to read: the Flesch-Kincaid grade (Kincaid 1975).
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

export function sentencesOf(text) {
  return text
    .split(/(?<=[.!?:]\*{0,2})\s+(?=\*{0,2}[A-Z0-9“"(])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));
}

export function wordsOf(text) {
  return text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
}

/** School grade in the United States; a pupil of grade 9 is 14 to 15 years old. 0 where there is no word. */
export function fleschKincaidGrade(text) {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  return fleschKincaid({
    sentence: sentencesOf(text).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}
