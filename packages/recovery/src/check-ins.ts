import { type SignGroup, type SignId, signGroups, signIds, signOf } from "./signs.ts";

/** Days after the session on which a patient is asked. */
export const checkInDays = [1, 3, 7, 28] as const;
export type CheckInDay = (typeof checkInDays)[number];

export interface CheckInQuestion {
  readonly sign: SignId;
  readonly ask: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface CheckInCard {
  readonly group: SignGroup;
  readonly ask: string;
  readonly questions: readonly CheckInQuestion[];
}

const dontKnow = { value: "unknown", label: "I don't know" } as const;

/** The cards of a check-in, in order; what is not due on that day yet is left out. */
export function checkInCards(daySinceSession: number): readonly CheckInCard[] {
  const due = signIds.filter((sign) => signOf(sign).askedFromDay <= daySinceSession);
  return (Object.keys(signGroups) as SignGroup[])
    .map((group) => ({
      group,
      ask: signGroups[group],
      questions: due.filter((sign) => signOf(sign).group === group).map(questionOf),
    }))
    .filter((card) => card.questions.length > 0);
}

function questionOf(sign: SignId): CheckInQuestion {
  const { ask, levels, labels } = signOf(sign);
  const options = levels.map((value, index) => ({ value, label: labels[index] ?? value }));
  return { sign, ask, options: [...options, dontKnow] };
}
