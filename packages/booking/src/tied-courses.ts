import type { CourseProgramme, CourseRules } from "./course-programme.ts";
import type { SessionCells } from "./session-cells.ts";

/** A cell of one session with what tells two ways to it apart; 0 where nothing needs to. */
export interface Step {
  readonly cell: number;
  readonly key: number;
}

/** All courses of least cost that begin on one day, as a graph: every path through it is such a course. */
export interface TiedCourses {
  readonly first: readonly Step[];
  /** Steps that can follow a step of the session before. */
  readonly after: (step: Step, between: Between) => readonly Step[];
}

/** The session that follows: on the day `next`, after one on `day`. */
export interface Between {
  readonly session: number;
  readonly day: number;
  readonly next: number;
}

const none: readonly Step[] = [];

/** Where sums are exact, a step belongs to a cheapest course when its least cost is what the step before counted on. */
export function exactTies(
  firstDay: number,
  cells: SessionCells,
  { programme, rules }: { readonly programme: CourseProgramme; readonly rules: CourseRules },
): TiedCourses {
  const { weights, gapTarget } = rules;
  const best = programme.leastFrom(0, firstDay);
  return {
    first: stepsOf(firstDay, (cell) => programme.costFrom(0, firstDay, cell) === best),
    after({ cell }, { session, day, next }) {
      const own = weights.preference5Minutes * (cells.miss[cell] as number);
      const gap = weights.gapDay * Math.abs(next - day - gapTarget);
      const onward = programme.costFrom(session - 1, day, cell) - own - gap;
      if (onward < 0 || programme.leastFrom(session, next) > onward) return none;
      return stepsOf(next, (candidate) => {
        const changes = cells.practitioner[cell] !== cells.practitioner[candidate];
        return programme.costFrom(session, next, candidate) === onward - (changes ? weights.practitionerChange : 0);
      });
    },
  };

  function stepsOf(day: number, belongs: (cell: number) => boolean): Step[] {
    const steps: Step[] = [];
    for (let cell = cells.firstOf[day] as number; cell < (cells.endOf[day] as number); cell += 1) {
      if (belongs(cell)) steps.push({ cell, key: 0 });
    }
    return steps;
  }
}
