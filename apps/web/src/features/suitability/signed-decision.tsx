import type { DecisionView } from "@fibril/contract";
import { Group, Stack, Text } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText, dayTime } from "../../ui/day.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";

const text = messages.suitability;

/** What was signed: the verdict as it stood, who signed it, and what it lets happen. */
export function SignedDecision({ decision }: { readonly decision: DecisionView }) {
  const { timeZone } = useClinicClock();
  const { outcome, reason, outsideOpinion, permits, bookableFrom, signerName, signedAt } = decision;
  const notYet = bookableFrom ? text.permitsFrom(dayText(bookableFrom)) : text.permitsNot;
  return (
    <Stack gap={6} className="fb-card">
      <Group gap={12}>
        <VerdictBadge verdict={outcome.verdict} />
        <Text fw={550}>{text.decisions[decision.decision]}</Text>
      </Group>
      <Text>{permits ? text.permits : notYet}</Text>
      {reason && <Text>{reason}</Text>}
      {outsideOpinion && (
        <Text>
          {text.opinionOf(outsideOpinion.name, outsideOpinion.registration, dayText(outsideOpinion.on))}
          {": "}
          {outsideOpinion.opinion}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {text.signedBy(signerName, dayTime(signedAt, timeZone))}
        {" · "}
        {text.ruleSet(outcome.ruleSet.id, outcome.ruleSet.version)}
      </Text>
    </Stack>
  );
}
