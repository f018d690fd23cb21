import { Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";

const text = messages.ruleSet;

export const noPrescriber = { name: "", registration: "", opinion: "", on: "" };

interface Fields {
  readonly value: typeof noPrescriber;
  readonly fault: Error | null;
  readonly onChange: (value: typeof noPrescriber) => void;
}

/** Who decides for one person, under which registration, what and when. */
export function PrescriberFields({ value, fault, onChange }: Fields) {
  const { today } = useClinicClock();
  const field = (name: keyof typeof noPrescriber) => ({
    label: text.prescriberFields[name],
    value: value[name],
    error: fieldIssue(fault, `prescriber.${name}`),
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...value, [name]: currentTarget.value }),
  });
  return (
    <Stack gap={8} component="section" aria-label={text.prescriber}>
      <Text fw={550}>{text.prescriber}</Text>
      <TextInput {...field("name")} />
      <TextInput {...field("registration")} />
      <DayField {...field("on")} max={today} />
      <Textarea {...field("opinion")} autosize minRows={2} />
    </Stack>
  );
}
