import { type CheckInCard, checkInCards } from "@fibril/recovery";

export type SignsGiven = Readonly<Record<string, string>>;

/** The first option of a sign means "not there". Takes back whatever was said on the card: ask first, see {@link otherwiseSaid}. */
export function noneOf(card: CheckInCard, given: SignsGiven): SignsGiven {
  return { ...given, ...notThere(card) };
}

/** The rest of the card is not there; what was said already stays said. */
export function noneOfTheRest(card: CheckInCard, given: SignsGiven): SignsGiven {
  return { ...notThere(card), ...given };
}

function notThere({ questions }: CheckInCard): SignsGiven {
  return Object.fromEntries(questions.map(({ sign, options }) => [sign, options[0]?.value ?? "unknown"]));
}

/** What was said on a card that "none of these" would take back, as it was asked and answered. */
export function otherwiseSaid({ questions }: CheckInCard, given: SignsGiven): readonly string[] {
  return questions.flatMap(({ sign, ask, options }) => {
    const said = given[sign];
    if (said === undefined || said === options[0]?.value) return [];
    return [`${ask}: ${options.find(({ value }) => value === said)?.label ?? said}`];
  });
}

export function isAnswered(card: CheckInCard, given: SignsGiven): boolean {
  return card.questions.every(({ sign }) => given[sign] !== undefined);
}

/** Where somebody goes on who left half way: the first card with an answer missing, else the last. */
export function firstOpenCard(cards: readonly CheckInCard[], given: SignsGiven): number {
  const open = cards.findIndex((card) => !isAnswered(card, given));
  return open === -1 ? Math.max(0, cards.length - 1) : open;
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
