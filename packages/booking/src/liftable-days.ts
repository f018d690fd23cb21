import type { Availability } from "./availability.ts";
import { isEmpty, keepCommon, type Slots } from "./bits.ts";
import type { Condition, DayStarts } from "./day-starts.ts";

/** The groups that are lifted by leaving a condition of the day out. */
export type DayLift = "qualification" | "practitioners" | "prepRooms" | "treatmentRooms" | "devices";

/**
 * Whether a day has a start with some groups lifted. Each condition of a day is worked out when it is first needed, and
 * combined in 32 ways; each way remembers the days that it was asked about.
 */
export function liftableDays({ days, words }: Pick<Availability, "days" | "words">, onDay: DayStarts["condition"]) {
  const conditions = new Map<Condition, Slots[]>();
  const answers = new Map<string, Int8Array>();
  const common = new Int32Array(words);

  return (lifted: readonly DayLift[]) => {
    const name = lifted.join();
    const known = answers.get(name) ?? new Int8Array(days).fill(-1);
    answers.set(name, known);
    const needed = conditionsWithout(lifted);
    return (day: number): boolean => {
      if (known[day] === -1) known[day] = meetOn(day, needed) ? 1 : 0;
      return known[day] === 1;
    };
  };

  function meetOn(day: number, needed: readonly Condition[]): boolean {
    common.fill(-1);
    return needed.every((condition) => {
      keepCommon(common, conditionOn(day, condition));
      return !isEmpty(common);
    });
  }

  function conditionOn(day: number, condition: Condition): Slots {
    const known = conditions.get(condition) ?? [];
    conditions.set(condition, known);
    known[day] ??= onDay(condition, day);
    return known[day];
  }
}

function conditionsWithout(lifted: readonly DayLift[]): readonly Condition[] {
  const needed: Condition[] = ["opening"];
  for (const group of ["prepRooms", "treatmentRooms", "devices"] as const) {
    if (!lifted.includes(group)) needed.push(group);
  }
  if (!lifted.includes("practitioners")) needed.push(lifted.includes("qualification") ? "anybody" : "qualified");
  return needed;
}
