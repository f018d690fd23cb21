import { Text, TextInput, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import type { SettingsDraft } from "./settings-draft.ts";
import type { SettingsFields } from "./task-clocks.tsx";

const text = messages.clinicSettings;
const names = ["name", "phone", "email", "hours"] as const satisfies readonly (keyof SettingsDraft["contact"])[];

export function ContactFields({ draft: { contact }, fault, onChange }: SettingsFields) {
  return (
    <section className="fb-card" aria-label={text.contact}>
      <Title order={2} size="h3">
        {text.contact}
      </Title>
      <Text c="dimmed" mb={16}>
        {text.contactText}
      </Text>
      <div className="fb-settings-fields">
        {names.map((name) => (
          <TextInput
            key={name}
            label={text.contactFields[name]}
            value={contact[name]}
            error={fieldIssue(fault, `aftercareContact.${name}`)}
            onChange={({ currentTarget: { value } }) =>
              onChange((before) => ({ ...before, contact: { ...before.contact, [name]: value } }))
            }
          />
        ))}
      </div>
    </section>
  );
}
