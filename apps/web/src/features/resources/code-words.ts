import { messages } from "../../messages/index.ts";

const { resources } = messages;

/** What is kept as a code, in words; one that we have no words for stays as the clinic's own interface gave it. */
export function kindWords(kind: string): string {
  return wordsIn(resources.kindNames, kind);
}

export function qualificationWords(qualification: string): string {
  return wordsIn(resources.qualificationNames, qualification);
}

function wordsIn(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}
