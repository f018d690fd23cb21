import { Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";

const text = messages.suitability;

interface Missing {
  readonly patientId: string;
  readonly missing: readonly string[];
}

/** What is not known yet, each leading to its question. */
export function MissingList({ patientId, missing }: Missing) {
  if (missing.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={text.missing}>
      <Title order={2} size="h3">
        {text.missing}
      </Title>
      <Text c="dimmed">{text.missingText}</Text>
      <ul className="fb-missing">
        {missing.map((item) => (
          <li key={item}>
            {item === "guardianConsent" ? (
              <Link to="/patients/$patientId/consent" params={{ patientId }}>
                {messages.consultation.missingInWords(item)}
              </Link>
            ) : (
              <Link
                to="/patients/$patientId/consultation"
                params={{ patientId }}
                search={{ question: item.split(/[.[]/)[0] ?? item }}
              >
                {messages.consultation.missingInWords(item)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
