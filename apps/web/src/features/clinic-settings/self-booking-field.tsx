import { Switch, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { SettingsFields } from "./task-clocks.tsx";

const text = messages.clinicSettings;

export function SelfBookingField({ draft: { selfBooking }, onChange }: SettingsFields) {
  return (
    <section className="fb-card" aria-label={text.selfBooking}>
      <Title order={2} size="h3">
        {text.selfBooking}
      </Title>
      <Text c="dimmed" mb={16}>
        {text.selfBookingText}
      </Text>
      <Switch
        label={text.selfBookingOn}
        checked={selfBooking}
        onChange={({ currentTarget: { checked } }) => onChange((before) => ({ ...before, selfBooking: checked }))}
      />
    </section>
  );
}
