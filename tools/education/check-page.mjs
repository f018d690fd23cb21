// What the tests ask of a text for patients: which sentences rest on nothing, which words say too much.
import { Lexer } from "marked";
import { sentencesOf } from "./readability.mjs";
import { markRun } from "./source-marks.mjs";

/** Words that say more than anyone knows. */
export const promiseWords =
  /\b(?:will|won't|guarantee\w*|boost(?!er)\w*|promis\w+|miracle|proven|cures?|erases?|flawless|perfect\w*|youthful|risk-free|painless)\b/gi;

/** The texts a reader takes as statements: paragraphs, list items, table cells; headings and links to drawings aside. */
export function blocksOf(markdown) {
  return Lexer.lex(markdown).flatMap(blocksOfToken);
}

function blocksOfToken(token) {
  switch (token.type) {
    case "paragraph":
    case "text":
      return token.text.startsWith("![") ? [] : [token.text.replaceAll("\n", " ")];
    case "list":
      return token.items.flatMap((item) => item.tokens.flatMap(blocksOfToken));
    case "table":
      return token.rows.flat().map(({ text }) => text);
    default:
      return [];
  }
}

/** A few words in bold that open an item. */
const label = /^\*\*[^*]{1,33}[.:]\*\* /;

/** Sentences without a mark of their own. Questions, labels, ways to another page, and lines that open a list claim nothing. */
export function unmarkedSentences(block) {
  const segments = block.replace(label, "").split(new RegExp(`(${markRun.source})`));
  return segments.flatMap((segment, place) => {
    if (place % 2 === 1) return [];
    const sentences = sentencesOf(segment.trim()).filter(isClaim);
    const isMarked = place + 1 < segments.length;
    return isMarked ? sentences.slice(0, -1) : sentences;
  });
}

function isClaim(sentence) {
  const isWayToPage = /\]\([a-z-]+\.md/.test(sentence);
  return /[.!]\*{0,2}$/.test(sentence) && !isWayToPage;
}

/** The text as it is read aloud: without marks. A cell or item without a full stop is a sentence too. */
export function readAloud(markdown) {
  return blocksOf(markdown)
    .map((block) => block.replaceAll(new RegExp(markRun.source, "g"), "").replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1"))
    .map((block) => block.replaceAll("*", "").replaceAll(/\s+/g, " ").trim())
    .join("\n");
}

/** A self-check as Markdown, so that it is held to the same rules as a page. */
export function selfCheckMarkdown({ opening, steps, otherWaits, worthAConsultation, closing }) {
  const ofSteps = steps.flatMap(({ question, why, yes, unsure }) => [question, ...why, ...yes, ...unsure]);
  return [...opening, ...ofSteps, ...otherWaits, ...worthAConsultation, ...closing].join("\n\n");
}
