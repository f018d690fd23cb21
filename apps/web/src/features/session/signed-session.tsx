import type { SessionView } from "@fibril/contract";
import { compareWithLast, compareWithPlan } from "@fibril/session";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { FaceMap } from "../../ui/face-map.tsx";
import { AmendSession } from "./amend-session.tsx";
import { PlannedMap } from "./planned-map.tsx";
import { recordOf } from "./record-of.ts";
import { type Part, partsInWords, recordParts } from "./record-parts.ts";
import { zoneMarks } from "./zone-choice.ts";
import { ZoneDifferences } from "./zone-differences.tsx";

export function SignedSession({ view }: { readonly view: SessionView }) {
  const [isAmending, setIsAmending] = useState(false);
  const text = messages.session;
  const record = recordOf(view.record);
  if (isAmending) return <AmendSession view={view} onClose={() => setIsAmending(false)} />;
  const words = partsInWords(record);
  return (
    <Stack gap={20}>
      <Signature view={view} />
      <div className="fb-session">
        <div className="fb-session-map">
          {view.plan && <PlannedMap plan={view.plan} />}
          <FaceMap marks={zoneMarks(record)} selected={new Set()} label={text.doneMap} />
          {view.plan && <p className="fb-map-caption">{text.doneMap}</p>}
        </div>
        <div className="fb-session-steps">
          <section className="fb-card">
            <dl className="fb-record-words">
              {(Object.keys(words) as Part[]).map((part) => (
                <div key={part}>
                  <dt>{text.parts[part]}</dt>
                  <dd>{words[part] || text.none}</dd>
                </div>
              ))}
            </dl>
          </section>
          {view.plan && (
            <section className="fb-card">
              <ZoneDifferences
                title={text.againstPlan}
                against="plan"
                differences={compareWithPlan(view.plan, record.zones)}
              />
            </section>
          )}
          {view.last && (
            <section className="fb-card">
              <ZoneDifferences
                title={text.againstLast}
                against="last"
                differences={compareWithLast(recordOf(view.last).zones, record.zones)}
              />
            </section>
          )}
          <Amendments view={view} />
          <Group>
            <Button variant="default" h={44} onClick={() => setIsAmending(true)}>
              {text.amend}
            </Button>
          </Group>
        </div>
      </div>
    </Stack>
  );
}

function Signature({ view: { signed } }: { readonly view: SessionView }) {
  const { timeZone } = useClinicClock();
  const text = messages.session;
  if (!signed) return null;
  return (
    <Alert
      variant="outline"
      color={signed.intact ? "var(--fb-suitable)" : "var(--fb-stop)"}
      title={text.signedBy(signed.by, dayTime(signed.at, timeZone))}
    >
      <Text>{signed.intact ? text.intact : text.notIntact}</Text>
      <Text size="sm" c="dimmed" className="fb-hash">
        {text.fingerprint(signed.sha256)}
      </Text>
    </Alert>
  );
}

function Amendments({ view: { amendments } }: { readonly view: SessionView }) {
  const { timeZone } = useClinicClock();
  const text = messages.session;
  if (amendments.length === 0) return null;
  return (
    <section className="fb-card">
      <Title order={2} mb={12}>
        {text.amendments}
      </Title>
      {amendments.map(({ id, before, after, reason, by, at }) => (
        <article key={id} className="fb-amendment">
          <Text fw={550}>{reason}</Text>
          <Text size="sm" c="dimmed">
            {text.amendedBy(by, dayTime(at, timeZone))}
          </Text>
          <ul>
            {recordParts(recordOf(before), recordOf(after)).map(({ part, left, right }) => (
              <li key={part}>{text.partChanged(text.parts[part], left, right)}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
