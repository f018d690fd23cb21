import type { CourseSuggestionsView } from "@fibril/contract";

const mostKept = 64;
const keptForMs = 3_000;

interface Kept {
  readonly at: number;
  readonly view: CourseSuggestionsView;
}

/**
 * The suggestions of the last moments, by clinic, site, wish and the version of the calendar. Many who lose one course at
 * once are told the same; suggestions may be stale by design, since a booking looks again with the days locked.
 */
export function createRecentSuggestions(now: () => number) {
  const kept = new Map<string, Kept>();
  return {
    find: (key: string): CourseSuggestionsView | null => {
      const found = kept.get(key);
      return found && now() - found.at < keptForMs ? found.view : null;
    },
    keep: (key: string, view: CourseSuggestionsView): void => {
      kept.delete(key);
      kept.set(key, { at: now(), view });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}

export const recentSuggestions = createRecentSuggestions(() => performance.now());
