import type { OverviewView } from "@fibril/contract";
import { Text, Title, UnstyledButton } from "@mantine/core";
import { messages } from "../../messages/index.ts";

const { overview } = messages;

interface Abandoned {
  readonly abandonedAfter: OverviewView["abandonedAfter"];
  readonly onOpen: () => void;
}

/** At which session courses are given up: the longest bar is where to look. */
export function DropOut({ abandonedAfter, onOpen }: Abandoned) {
  const most = Math.max(1, ...abandonedAfter.map(({ courses }) => courses));
  return (
    <section aria-labelledby="overview-drop-out">
      <Title order={2} id="overview-drop-out">
        {overview.dropOut}
      </Title>
      <Text c="dimmed" mb={12}>
        {abandonedAfter.length === 0 ? overview.dropOutNone : overview.dropOutLead}
      </Text>
      <ul className="fb-drop-out">
        {abandonedAfter.map(({ sessions, courses }) => (
          <li key={sessions}>
            <UnstyledButton
              onClick={onOpen}
              aria-label={overview.open(overview.dropOutAfter(sessions), overview.courses(courses))}
            >
              <span>{overview.dropOutAfter(sessions)}</span>
              <span className="fb-drop-out-bar" style={{ width: `${(courses / most) * 100}%` }} />
              <span className="fb-number">{courses}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
