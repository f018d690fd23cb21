import type { PatientSummaryView } from "@fibril/contract";
import { Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { patientsFoundQuery } from "./queries.ts";

const { booking } = messages;
const debounceMs = 200;

export function PatientPicker({ onPick }: { readonly onPick: (patient: PatientSummaryView) => void }) {
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, debounceMs);
  const found = useQuery(patientsFoundQuery(asked));
  return (
    <Stack gap={12}>
      <TextInput
        type="search"
        label={booking.findPatient}
        description={booking.findPatientHint}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.isError && (
        <LoadFailed what={messages.shell.nav.patients} fault={found.error} retry={() => void found.refetch()} />
      )}
      {found.data?.patients.length === 0 && (
        <>
          <Text c="dimmed">{booking.noPatients}</Text>
          <Link to="/patients">{booking.register}</Link>
        </>
      )}
      <ul className="fb-choices">
        {(found.data?.patients ?? []).map((patient) => (
          <li key={patient.id}>
            <UnstyledButton className="fb-choice fb-number" onClick={() => onPick(patient)}>
              <strong>{patientName(patient)}</strong>
              <span className="fb-muted">{booking.patientLine(patient.number, dayText(patient.birthDate))}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

export function patientName({ givenName, familyName }: PatientSummaryView): string {
  return `${givenName} ${familyName}`;
}
