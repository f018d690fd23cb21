import type { OutOfPlaceView } from "@fibril/contract";
import { Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { replanLinks } from "./replan-links.ts";

const { resources } = messages;
const shownVisits = 8;

interface Visits {
  readonly title: string;
  readonly visits: readonly OutOfPlaceView[];
}

/** Booked visits that do not fit any more, each with why, and where new places are found for them. */
export function TouchedVisits({ title, visits }: Visits) {
  if (visits.length === 0) return null;
  return (
    <Stack component="section" className="fb-card fb-touched" gap={8} aria-label={title}>
      <Text fw={600}>{title}</Text>
      <Text>{resources.outText}</Text>
      <ul>
        {visits.slice(0, shownVisits).map(({ visit, reason }) => (
          <li key={visit.id} className="fb-number">
            {resources.visitLine(`${dayText(visit.day)}, ${visit.start}`, visit.patientName, resources.reasons[reason])}
          </li>
        ))}
      </ul>
      {visits.length > shownVisits && <Text>{resources.more(visits.length - shownVisits)}</Text>}
      <div className="fb-touched-links">
        {replanLinks(visits).map(({ href, words }) => (
          <a key={href} href={href}>
            {words}
          </a>
        ))}
      </div>
    </Stack>
  );
}
