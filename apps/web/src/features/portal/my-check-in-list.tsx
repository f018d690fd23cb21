import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { myCheckIns } from "./queries.ts";
import { WithData } from "./with-data.tsx";

/** Newest first; one that has opened can be answered, and answered again when something changes. */
export function MyCheckInList() {
  const text = messages.portal.checkIn;
  const query = useQuery(myCheckIns);
  return (
    <WithData query={query} what={text.load}>
      {({ checkIns }) =>
        checkIns.length > 0 && (
          <nav className="fb-my-links" aria-labelledby="my-check-ins">
            <Title order={2} id="my-check-ins">
              {text.past}
            </Title>
            {checkIns
              .filter(({ state }) => state !== "to-come")
              .toSorted((left, right) => (left.dueOn < right.dueOn ? 1 : -1))
              .map(({ id, dueOn, state, daySinceSession, ordinal }) => (
                <Link key={id} to="/my/check-in/$checkInId" params={{ checkInId: id }}>
                  <span>
                    {text.row(daySinceSession, ordinal)}
                    <span className="fb-my-link-note fb-muted fb-number">
                      {text.rowWhen(dayText(dueOn), text.states[state])}
                    </span>
                  </span>
                </Link>
              ))}
          </nav>
        )
      }
    </WithData>
  );
}
