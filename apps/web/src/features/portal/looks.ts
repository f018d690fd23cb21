import type { WhoSawMyRecordView } from "@fibril/contract";
import { dayOf } from "../../ui/day.tsx";

export type Look = WhoSawMyRecordView["events"][number];

/** What one person did of one kind on one day at the clinic. */
interface Looks extends Look {
  /** How often; `at` is the latest of them. */
  readonly times: number;
}

/** Nine photographs opened one after the other are one line, so that another person's look is not lost among them. */
export function looksOf(events: readonly Look[], timeZone: string): readonly Looks[] {
  const lines = new Map<string, Looks>();
  for (const event of events) {
    const key = [dayOf(event.at, timeZone), event.actor, event.action, event.noun].join("\n");
    const line = lines.get(key);
    lines.set(key, line ? { ...line, times: line.times + 1 } : { ...event, times: 1 });
  }
  return [...lines.values()];
}
