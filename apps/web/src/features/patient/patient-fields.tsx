import { Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import type { PatientDraft } from "./patient-draft.ts";

const text = messages.patient;

export const patientFieldPaths = Object.keys(text.fields);

interface Fields {
  readonly draft: PatientDraft;
  readonly fault: Error | null;
  readonly onChange: (change: Partial<PatientDraft>) => void;
}

/** The fields of a patient, each with what is wrong with it beside it. */
export function PatientFields({ draft, fault, onChange }: Fields) {
  const typed = (field: "givenName" | "familyName" | "birthDate" | "email" | "phone" | "address") => ({
    label: text.fields[field],
    value: draft[field],
    error: fieldIssue(fault, field),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <Stack gap={12}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={12} verticalSpacing={12}>
        <TextInput {...typed("givenName")} required data-autofocus autoComplete="off" />
        <TextInput {...typed("familyName")} required autoComplete="off" />
        <DayField {...typed("birthDate")} required />
        <NativeSelect
          label={text.fields.sex}
          value={draft.sex}
          data={Object.entries(text.sexes).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => onChange({ sex: value as PatientDraft["sex"] })}
        />
        <TextInput {...typed("phone")} type="tel" autoComplete="off" />
        <TextInput {...typed("email")} type="email" autoComplete="off" />
      </SimpleGrid>
      <TextInput {...typed("address")} autoComplete="off" />
      <Group grow>
        <NativeSelect
          label={text.fields.preferredContact}
          description={text.contactHint}
          value={draft.preferredContact}
          data={Object.entries(text.contacts).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ preferredContact: value as PatientDraft["preferredContact"] })
          }
        />
      </Group>
      <Textarea
        label={text.fields.note}
        description={text.noteHint}
        autosize
        minRows={2}
        value={draft.note}
        error={fieldIssue(fault, "note")}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}
