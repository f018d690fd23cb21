import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { careContactQuery } from "./queries.ts";

const text = messages.clinicSettings.care;

/** Whom a patient asks about healing; nothing where the clinic named nobody. */
export function CareContact() {
  const { data } = useQuery(careContactQuery);
  const contact = data?.contact;
  if (!contact) return null;
  const { name, phone, email, hours } = contact;
  return (
    <Stack gap={4} component="section" className="fb-card" mt={24} aria-label={text.title}>
      <Title order={2} size="h3">
        {text.title}
      </Title>
      <Text>{text.call(name)}</Text>
      <Text>
        <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
      </Text>
      {email && (
        <Text>
          <a href={`mailto:${email}`}>{email}</a>
        </Text>
      )}
      {hours !== "" && <Text c="dimmed">{text.hours(hours)}</Text>}
    </Stack>
  );
}
