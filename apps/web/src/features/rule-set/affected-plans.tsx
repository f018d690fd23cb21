import type { AffectedPlanView, RuleChangePreview } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

const text = messages.ruleSet;

/** What would change for whom, before anything is signed. */
export function AffectedPlans({ preview }: { readonly preview: RuleChangePreview }) {
  const { before, after, affected } = preview;
  return (
    <Stack gap={8} component="section" aria-label={text.preview}>
      <Title order={3} size="h4">
        {text.preview}
      </Title>
      <Text>{text.becomes(text.setting(before.count, before.unit), text.setting(after.count, after.unit))}</Text>
      <Text role="status">{affected.length === 0 ? text.nobody : text.affected(affected.length)}</Text>
      <ul className="fb-affected" aria-label={text.preview}>
        {affected.map((plan) => (
          <li key={plan.patientId}>
            <Affected plan={plan} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Affected({ plan }: { readonly plan: AffectedPlanView }) {
  const { patientName, courseState, before, after, turns } = plan;
  return (
    <>
      <Text fw={550}>
        {patientName} <span className="fb-muted">{text.plans[courseState ?? "none"]}</span>
      </Text>
      <Text>{text.moves(standingWords(before), standingWords(after))}</Text>
      <Text size="sm" c="dimmed">
        {text.turns[turns]}
      </Text>
    </>
  );
}

function standingWords({ verdict, notBefore }: AffectedPlanView["before"]): string {
  return text.standing(messages.ui.verdicts[verdict], notBefore === null ? null : dayText(notBefore));
}
