import type { ConsentView } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { heldPurposes } from "./held-purposes.ts";
import { WithdrawConsent } from "./withdraw-consent.tsx";

const words = messages.consent;

interface Signed {
  readonly patientId: string;
  readonly consents: readonly ConsentView[];
}

/** Everything that was ever signed, what was taken back included. */
export function SignedList({ patientId, consents }: Signed) {
  return (
    <Stack gap={12} component="section" aria-label={words.list}>
      <Title order={2} size="h3">
        {words.list}
      </Title>
      {consents.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {consents.map((consent) => (
        <SignedConsent key={consent.id} patientId={patientId} consent={consent} />
      ))}
    </Stack>
  );
}

function SignedConsent({ patientId, consent }: { readonly patientId: string; readonly consent: ConsentView }) {
  const { timeZone } = useClinicClock();
  const held = heldPurposes(consent);
  const facts = [
    words.kinds[consent.kind],
    words.versionShort(consent.textVersion),
    words.signedBy(consent.signerName, dayTime(consent.signedAt, timeZone)),
    ...(consent.signer === "guardian" ? [words.byGuardian] : []),
  ];
  return (
    <Stack gap={6} className="fb-card">
      <Text fw={550}>{consent.title}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(" · ")}
      </Text>
      {consent.kind === "photographs" && (
        <Text>{consent.purposes.map((purpose) => words.purposes[purpose]).join(", ") || words.photographsNone}</Text>
      )}
      {!consent.intact && (
        <Text c="var(--fb-stop)" role="alert">
          {words.notIntact}
        </Text>
      )}
      {consent.withdrawals.map(({ purpose, reason, by, at }) => (
        <Text key={at + purpose} c="var(--fb-stop)">
          {purpose
            ? words.withdrawnPurpose(words.purposes[purpose], dayTime(at, timeZone), by, reason)
            : words.withdrawnAll(dayTime(at, timeZone), by, reason)}
        </Text>
      ))}
      <a
        className="fb-consent-pdf"
        href={`/api/patients/${patientId}/consents/${consent.id}/document`}
        target="_blank"
        rel="noreferrer"
      >
        {words.pdf}
      </a>
      {held && <WithdrawConsent patientId={patientId} consent={consent} purposes={held} />}
    </Stack>
  );
}
