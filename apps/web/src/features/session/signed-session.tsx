import "./signed-session.css";
import type { SessionView } from "@fibril/contract";
import { compareWithLast, compareWithPlan, type SessionRecord } from "@fibril/session";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { FaceMap } from "../../ui/face-map.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";
import { AmendSession } from "./amend-session.tsx";
import { PlannedMap } from "./planned-map.tsx";
import { reasonWords } from "./reason-words.ts";
import { recordOf } from "./record-of.ts";
import { type Part, partsInWords, recordParts } from "./record-parts.ts";
import { zoneMarks } from "./zone-choice.ts";
import { ZoneDifferences } from "./zone-differences.tsx";

/** A signed record as it stands, with what was planned beside what was done; paper shows the same. */
export function SignedSession({ view }: { readonly view: SessionView }) {
  const [isAmending, setIsAmending] = useState(false);
  const { data: signedIn } = useQuery(signInQuery);
  const mayAmend = signedIn?.membership.role === "practitioner";
  const clinicName = signedIn?.clinic.name;
  const text = messages.session;
  const record = recordOf(view.record);
  if (isAmending) return <AmendSession view={view} onClose={() => setIsAmending(false)} />;
  const words = partsInWords(record, reasonWords(view, [record]));
  return (
    <Stack gap={20}>
      <p className="fb-print-only">{clinicName}</p>
      <Signature view={view} />
      <div className="fb-session-maps">
        {view.plan && <PlannedMap plan={view.plan} />}
        <div>
          <FaceMap marks={zoneMarks(record)} selected={new Set()} label={text.doneMap} />
          <p className="fb-map-caption">{view.plan ? text.doneMap : `${text.doneMap}. ${text.noPlan}`}</p>
        </div>
      </div>
      <section className="fb-card">
        <dl className="fb-record-words">
          <div>
            <dt>{text.verdictThen}</dt>
            <dd>
              <VerdictBadge verdict={view.screening.verdict} />
            </dd>
          </div>
          {(Object.keys(words) as Part[]).map((part) => (
            <div key={part} data-part={part}>
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
      <Group className="fb-no-print">
        <Button variant="default" h={44} onClick={() => window.print()}>
          {text.print}
        </Button>
        {mayAmend && (
          <Button variant="default" h={44} onClick={() => setIsAmending(true)}>
            {text.amend}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Signature({ view: { signed, amendments } }: { readonly view: SessionView }) {
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
      {amendments.length > 0 && <Text fw={550}>{text.shownAsCorrected(amendments.length)}</Text>}
      <Text size="sm" c="dimmed" className="fb-hash">
        {text.fingerprint(signed.sha256)}
      </Text>
    </Alert>
  );
}

function Amendments({ view }: { readonly view: SessionView }) {
  const { amendments } = view;
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
            {changesOf(view, recordOf(before), recordOf(after)).map(({ part, left, right }) => (
              <li key={part}>{text.partChanged(text.parts[part], left, right)}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function changesOf(view: SessionView, before: SessionRecord, after: SessionRecord) {
  return recordParts(before, after, reasonWords(view, [before, after]));
}
