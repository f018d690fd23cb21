import type { CourseSuggestionsView, CourseSuggestionView } from "@fibril/contract";
import { addDays, type CalendarDate } from "@fibril/kernel";
import type { World } from "./simulation.ts";
import type { Story } from "./story.ts";

export const gapDays = { min: 28, max: 42, target: 35 };

interface Wished {
  /** Of the patient, in the API. */
  readonly path: string;
  readonly index: number;
  readonly story: Story;
  readonly siteId: string;
  readonly today: CalendarDate;
}

/**
 * A course as the desk would choose it: from the day that the story names, or where nothing is free then (the site is
 * closed on Mondays, say) within the weeks after the consultation. Throws where there is none at all.
 */
export async function chooseCourse(world: World, wished: Wished): Promise<CourseSuggestionView> {
  const { story, index, today } = wished;
  const { begins, sessionToday, firstSessionOn = null } = story;
  const aimed = sessionToday === undefined ? firstSessionOn : addDays(today, -35 * (sessionToday - 1));
  if (aimed !== null && aimed > begins) {
    const [first] = await suggested(world, wished, { earliest: aimed, latest: aimed });
    if (first) return first;
  }
  const courses = await suggested(world, wished, { earliest: addDays(begins, 3), latest: addDays(begins, 28) });
  const chosen = courses[index % Math.max(1, courses.length)];
  if (!chosen) throw new Error(`the demo's calendar has no course left for ${wished.path}`);
  return chosen;
}

async function suggested(
  world: World,
  { path, index, story, siteId }: Wished,
  firstSession: { readonly earliest: CalendarDate; readonly latest: CalendarDate },
) {
  const { courses } = await world.call<CourseSuggestionsView>("front-desk", "POST", `${path}/course-suggestions`, {
    siteId,
    sessions: story.sessions ?? 4,
    gapDays,
    ...firstSession,
    weekdays: null,
    blockedDays: [],
    preferred: index % 2 === 0 ? [["09:00", "12:00"]] : [["13:00", "17:00"]],
    practitionerId: null,
  });
  return courses;
}
