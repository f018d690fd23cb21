import { type Sign, signs } from "@fibril/recovery";

/** The signs of a task's summary (`fever: yes, …`) as they were asked and answered; what is not a sign stays as it is. */
export function summaryInWords(summary: string): string {
  return summary.split(", ").map(inWords).join(" ");
}

function inWords(part: string): string {
  const [name = "", level = ""] = part.split(": ");
  if (!Object.hasOwn(signs, name)) return part;
  const sign: Sign = signs[name as keyof typeof signs];
  return `${sign.ask} ${sign.labels[sign.levels.indexOf(level)] ?? level}.`;
}
