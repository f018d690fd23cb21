import { type Cited, unsourced } from "@fibril/evidence";

/** Whom to call in a country. Not looked up in a source: each clinic confirms its own before patients read it. */
export interface EmergencyNumbers extends Cited {
  readonly name: string;
  readonly emergency: string;
  /** A line for advice that is not an emergency; null where none is known. */
  readonly advice: string | null;
}

/** By ISO 3166 code; `other` is typed in by the clinic and starts with the number that most mobile networks take. */
export const emergencyNumbers = {
  GB: row("United Kingdom", "999", "111"),
  IE: row("Ireland", "112"),
  AT: row("Austria", "112"),
  BE: row("Belgium", "112"),
  CH: row("Switzerland", "144"),
  DE: row("Germany", "112", "116 117"),
  DK: row("Denmark", "112"),
  ES: row("Spain", "112"),
  FI: row("Finland", "112"),
  FR: row("France", "112"),
  IT: row("Italy", "112"),
  NL: row("Netherlands", "112"),
  NO: row("Norway", "113"),
  PL: row("Poland", "112"),
  PT: row("Portugal", "112"),
  SE: row("Sweden", "112"),
  US: row("United States", "911"),
  CA: row("Canada", "911"),
  AU: row("Australia", "000"),
  NZ: row("New Zealand", "111"),
  other: row("Another country", "112"),
} as const satisfies Record<string, EmergencyNumbers>;

export type Country = keyof typeof emergencyNumbers;
export const countries = Object.keys(emergencyNumbers) as [Country, ...Country[]];

/** Whom to call from one site. */
export interface PlaceToCall {
  readonly siteName: string;
  readonly emergencyNumber: string;
  readonly adviceNumber: string | null;
}

const signsOfEmergency = "If you can't breathe, your lips or tongue swell, you faint, or your eye hurts or sees badly:";

/** What patients read wherever it is about healing; sites are named only where their numbers differ. */
export function emergencyWords(places: readonly PlaceToCall[]): string {
  const numbers = [...new Set(places.map(({ emergencyNumber }) => emergencyNumber))];
  const call =
    numbers.length > 1
      ? places.map(({ siteName, emergencyNumber }) => `${emergencyNumber} (${siteName})`).join(" or ")
      : (numbers[0] ?? emergencyNumbers.other.emergency);
  const lines = [...new Set(places.flatMap(({ adviceNumber }) => adviceNumber ?? []))];
  const advice = lines.length === 0 ? "" : ` For advice when we are closed: ${lines.join(" or ")}.`;
  return `${signsOfEmergency} call ${call} now.${advice}`;
}

/** One number to dial in an emergency; `site` where numbers differ between sites, else null. */
export interface EmergencyCall {
  readonly number: string;
  readonly site: string | null;
}

/**
 * The numbers that `emergencyWords` tells patients to call, in its order; never the line for advice. None where a sentence
 * is not of that form: whoever shows it then offers no number to dial rather than a guess.
 */
export function emergencyCallsIn(words: string): readonly EmergencyCall[] {
  const told = /^.*?: call (.+) now\.(?: For advice when we are closed: .*)?$/.exec(words)?.[1];
  const calls = told?.split(/\) or /).map((part, index, parts) => callOf(index < parts.length - 1 ? `${part})` : part));
  return calls?.every((call) => call !== null) ? calls : [];
}

function callOf(part: string): EmergencyCall | null {
  const [, number, site] = /^([0-9+ ]{2,20}?)(?: \((.+)\))?$/.exec(part) ?? [];
  if (number === undefined) return null;
  // "999 (112)": the second number is another way to the same people.
  return { number, site: site === undefined || /^[0-9+ ]+$/.test(site) ? null : site };
}

function row(name: string, emergency: string, advice: string | null = null): EmergencyNumbers {
  return { name, emergency, advice, sources: unsourced };
}
