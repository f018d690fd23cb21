import type { ClinicSettingsView } from "@fibril/contract";
import { NumberInput, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import type { SettingsDraft } from "./settings-draft.ts";

const text = messages.clinicSettings;

export interface SettingsFields {
  readonly draft: SettingsDraft;
  readonly fault: Error | null;
  readonly onChange: (change: (before: SettingsDraft) => SettingsDraft) => void;
}

export function TaskClocks({
  draft,
  settings,
  fault,
  onChange,
}: SettingsFields & { readonly settings: ClinicSettingsView }) {
  return (
    <section className="fb-card" aria-label={text.clocks}>
      <Title order={2} size="h3">
        {text.clocks}
      </Title>
      <Text c="dimmed" mb={16}>
        {text.clocksText}
      </Text>
      <div className="fb-settings-fields">
        {settings.founding.map(({ urgency, minutes, isWorkingDay }) => (
          <NumberInput
            key={urgency}
            label={text.minutes(text.urgencies[urgency])}
            description={text.founding(minutes, isWorkingDay)}
            placeholder={String(minutes)}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            value={draft.minutes[urgency]}
            error={fieldIssue(fault, `taskMinutes.${urgency}`)}
            onChange={(value) =>
              onChange((before) => ({ ...before, minutes: { ...before.minutes, [urgency]: String(value) } }))
            }
          />
        ))}
      </div>
    </section>
  );
}
