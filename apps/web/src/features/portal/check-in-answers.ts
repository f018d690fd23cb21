import { type CheckInCard, checkInCards } from "@fibril/recovery";

export type SignsGiven = Readonly<Record<string, string>>;

/** The first option of a sign means "not there". */
export function noneOf(card: CheckInCard, given: SignsGiven): SignsGiven {
  return {
    ...given,
    ...Object.fromEntries(card.questions.map(({ sign, options }) => [sign, options[0]?.value ?? "unknown"])),
  };
}

export function isAnswered(card: CheckInCard, given: SignsGiven): boolean {
  return card.questions.every(({ sign }) => given[sign] !== undefined);
}

/** Whether something is reported that must not wait for the end of the questions. */
export function saysEmergency(given: SignsGiven): boolean {
  return checkInCards(0).some(
    ({ group, questions }) => group === "emergency" && questions.some(({ sign }) => given[sign] === "yes"),
  );
}

/** Every sign that is asked on the day; one passed over goes as unknown, so that it is never read as fine. */
export function allAnswers(day: number, given: SignsGiven): Record<string, string> {
  const signs = checkInCards(day).flatMap(({ questions }) => questions.map(({ sign }) => sign));
  return Object.fromEntries(signs.map((sign) => [sign, given[sign] ?? "unknown"]));
}
