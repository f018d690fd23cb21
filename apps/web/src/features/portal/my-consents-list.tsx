import type { ConsentsView, ConsentView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { standingUses } from "./standing-uses.ts";
import { WithdrawConsent, type Withdrawing } from "./withdraw-consent.tsx";

/** Everything that was signed, what of it was taken back, and what is still to be read. */
export function MyConsentsList({ consents, texts }: ConsentsView) {
  const words = messages.portal.consent;
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null);
  return (
    <Stack gap={12}>
      {consents.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {consents.map((consent) => (
        <Signed
          key={consent.id}
          consent={consent}
          isCurrent={texts.some(({ id }) => id === consent.textId)}
          onWithdraw={setWithdrawing}
        />
      ))}
      <Unsigned texts={texts} consents={consents} />
      {withdrawing && <WithdrawConsent {...withdrawing} onClose={() => setWithdrawing(null)} />}
    </Stack>
  );
}

interface One {
  readonly consent: ConsentView;
  readonly isCurrent: boolean;
  readonly onWithdraw: (withdrawing: Withdrawing) => void;
}

function Signed({ consent, onWithdraw }: One) {
  const words = messages.portal.consent;
  const { timeZone } = useClinicClock();
  const uses = standingUses(consent);
  return (
    <article className="fb-card">
      <Title order={3}>{consent.title}</Title>
      <Text c="dimmed">{words.signedBy(consent.signerName, dayTime(consent.signedAt, timeZone))}</Text>
      {!consent.intact && <Text c="var(--fb-stop)">{words.notIntact}</Text>}
      {consent.withdrawals.map(({ purpose, at }) => (
        <Text key={`${purpose} ${at}`}>
          {words.withdrawn(purpose === null ? words.withdrawnAll : words.purposeNames[purpose], dayTime(at, timeZone))}
        </Text>
      ))}
      <Group gap={8} mt={12}>
        <a className="fb-phone" href={`/api/my/consents/${consent.id}/document`} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
        {uses.map((purpose) => (
          <Button
            key={purpose ?? "all"}
            variant="default"
            h="auto"
            mih={48}
            className="fb-wrap-button"
            onClick={() =>
              onWithdraw({
                consentId: consent.id,
                kind: consent.kind,
                purpose,
                what: purpose === null ? consent.title : words.purposeNames[purpose],
              })
            }
          >
            {purpose === null ? words.withdraw : words.withdrawPurpose(words.purposeNames[purpose])}
          </Button>
        ))}
      </Group>
    </article>
  );
}

function Unsigned({ texts, consents }: Pick<ConsentsView, "texts" | "consents">) {
  const words = messages.portal.consent;
  const isSigned = (textId: string) =>
    consents.some((consent) => consent.textId === textId && standingUses(consent).length > 0);
  const open = texts.filter(({ id, kind }) => kind !== "assent" && !isSigned(id));
  if (open.length === 0) return null;
  return (
    <nav aria-label={words.toSign} className="fb-my-links">
      {open.map(({ id, title }) => (
        <Link key={id} to="/my/consent/$textId" params={{ textId: id }}>
          {messages.portal.next.sign.title(title)}
        </Link>
      ))}
    </nav>
  );
}
