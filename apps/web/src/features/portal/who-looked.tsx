import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { looksOf } from "./looks.ts";
import { whoSawMyRecord } from "./queries.ts";
import { WithData } from "./with-data.tsx";

const firstShown = 10;

/** The trail of one's own record, newest first. */
export function WhoLooked() {
  const text = messages.portal.record;
  const audit = useQuery(whoSawMyRecord);
  const { timeZone } = useClinicClock();
  const [isAll, setIsAll] = useState(false);
  return (
    <section className="fb-card">
      <Title order={2}>{text.audit}</Title>
      <WithData query={audit} what={text.audit}>
        {({ events }) => {
          const looks = looksOf(events, timeZone);
          return (
            <>
              {looks.length === 0 && <Text c="dimmed">{text.noAudit}</Text>}
              <ol className="fb-trail">
                {looks.slice(0, isAll ? undefined : firstShown).map(({ at, actor, action, noun, times }) => (
                  <li key={`${at} ${actor} ${action} ${noun}`}>
                    <span className="fb-number fb-muted">{dayTime(at, timeZone)}</span>
                    <span>{text.event(actor, text.act(action, noun, times))}</span>
                  </li>
                ))}
              </ol>
              {!isAll && looks.length > firstShown && (
                <Button variant="default" h={44} onClick={() => setIsAll(true)}>
                  {text.showMore}
                </Button>
              )}
            </>
          );
        }}
      </WithData>
    </section>
  );
}
