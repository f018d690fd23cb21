import "./portal.css";
import type { PatientRecordView } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import { MyConsentsList } from "./my-consents-list.tsx";
import { myConsents, myRecord } from "./queries.ts";
import { WhoLooked } from "./who-looked.tsx";
import { WithData } from "./with-data.tsx";

const text = messages.portal.record;

export function MyRecord() {
  const record = useQuery(myRecord);
  const consents = useQuery(myConsents);
  return (
    <Stack gap={24}>
      <WithData query={record} what={text.load}>
        {(view) => <Details {...view} />}
      </WithData>
      <section>
        <Title order={2} mb={12}>
          {text.consents}
        </Title>
        <WithData query={consents} what={text.consents}>
          {(view) => <MyConsentsList {...view} />}
        </WithData>
      </section>
      <WhoLooked />
    </Stack>
  );
}

function Details({ patient, guardians, medicines, allergies }: PatientRecordView) {
  const { data: signedIn } = useQuery(signInQuery);
  const rows = [
    [text.name, `${patient.givenName} ${patient.familyName}`],
    [text.born, dayText(patient.birthDate)],
    [text.email, patient.email ?? text.unknown],
    [text.phone, patient.phone ?? text.unknown],
    [text.address, patient.address ?? text.unknown],
  ] as const;
  return (
    <section className="fb-card">
      <Title order={2}>{text.details}</Title>
      <dl className="fb-details">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {guardians.length > 0 && (
        <Listed
          title={text.guardians}
          lines={guardians.map(({ name, relationship }) => text.guardian(name, relationship))}
        />
      )}
      <Listed title={text.medicines} lines={medicines.map(medicineWords)} />
      <Listed
        title={text.allergies}
        lines={allergies.map(({ substance, reaction }) => [substance, reaction].filter(Boolean).join(": "))}
      />
      {signedIn && (
        <>
          <Text c="dimmed" mt={12}>
            {text.wrong}
          </Text>
          <PhoneLink phone={signedIn.clinic.phone} />
        </>
      )}
    </section>
  );
}

function medicineWords({ name, startedOn, stoppedOn }: PatientRecordView["medicines"][number]): string {
  const since = startedOn ? text.since(dayText(startedOn)) : null;
  const until = stoppedOn ? text.until(dayText(stoppedOn)) : null;
  return [name, since, until].filter((part) => part !== null).join(", ");
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <Title order={3} mt={12}>
        {title}
      </Title>
      {lines.length === 0 ? (
        <Text c="dimmed">{text.noneNoted}</Text>
      ) : (
        <ul className="fb-plain-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
