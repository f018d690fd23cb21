import "./suitability.css";
import type { OutcomeView, SuitabilityView } from "@fibril/contract";
import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";
import { Decide } from "./decide.tsx";
import { FindingList } from "./finding-list.tsx";
import { MissingList } from "./missing-list.tsx";
import { Preconditions } from "./preconditions.tsx";
import { answersQuery, suitabilityQuery } from "./queries.ts";
import { SignedDecision } from "./signed-decision.tsx";

const text = messages.suitability;

interface Panel {
  readonly patientId: string;
  /** Null for those who may read a verdict and not sign one. */
  readonly signerName: string | null;
}

/** The verdict first, its reasons beside it, then what was signed and what has to be settled. */
export function SuitabilityPanel({ patientId, signerName }: Panel) {
  const suitability = useQuery(suitabilityQuery(patientId));
  const answers = useQuery(answersQuery(patientId));
  if (suitability.status === "pending" || answers.status === "pending") return <Loading what={text.loading} />;
  if (suitability.status === "error" || answers.status === "error") {
    const retry = () => void Promise.all([suitability.refetch(), answers.refetch()]);
    return <LoadFailed what={text.the} fault={suitability.error ?? answers.error} retry={retry} />;
  }
  const view = suitability.data;
  return (
    <Stack gap={32}>
      <Today
        patientId={patientId}
        view={view}
        answers={answers.data.consultation?.answers ?? {}}
        signerName={signerName}
      />
      <Signed view={view} />
      {view.decision && (
        <Preconditions
          patientId={patientId}
          decisionId={view.decision.id}
          preconditions={view.preconditions}
          mayMeet={signerName !== null}
        />
      )}
    </Stack>
  );
}

interface TodayOf extends Panel {
  readonly view: SuitabilityView;
  readonly answers: Readonly<Record<string, unknown>>;
}

function Today({ patientId, view, answers, signerName }: TodayOf) {
  const { outcome, consultationVersion, decision, answersChanged } = view;
  const isSigned = decision !== null && !answersChanged && decision.outcome.verdict === outcome?.verdict;
  if (!outcome || consultationVersion === null) {
    const items = view.notReady.map(messages.consultation.missingInWords).join(", ");
    return (
      <EmptyState title={text.notReady} text={text.notReadyText(items)}>
        <Link to="/patients/$patientId/consultation" params={{ patientId }}>
          {text.toConsultation}
        </Link>
      </EmptyState>
    );
  }
  return (
    <Stack gap={16} component="section" aria-label={text.todayVerdict}>
      <Group gap={12}>
        <Title order={2} size="h3">
          {text.todayVerdict}
        </Title>
        <VerdictBadge verdict={outcome.verdict} detail={fromDay(outcome)} />
      </Group>
      {outcome.ruleSet.reviewedBy === null && <p className="fb-notice">{text.notReviewed}</p>}
      {outcome.findings.length === 0 && <Text>{text.suitableText}</Text>}
      {signerName !== null && (
        <Decide {...{ patientId, outcome, consultationVersion, signerName }} isSigned={isSigned} />
      )}
      <MissingList patientId={patientId} missing={outcome.missing} />
      <FindingList findings={outcome.findings} answers={answers} changesFor={signerName === null ? null : patientId} />
      <Text size="sm" c="dimmed">
        {text.ruleSet(outcome.ruleSet.id, outcome.ruleSet.version)}
      </Text>
    </Stack>
  );
}

function fromDay({ notBefore }: OutcomeView): string | undefined {
  return notBefore ? text.from(dayText(notBefore)) : undefined;
}

function Signed({ view: { decision, answersChanged, history } }: { readonly view: SuitabilityView }) {
  const earlier = history.filter(({ id }) => id !== decision?.id);
  return (
    <Stack gap={12} component="section" aria-label={text.decision}>
      <Title order={2} size="h3">
        {text.decision}
      </Title>
      {answersChanged && <Alert color="var(--fb-adapt)" variant="outline" title={text.answersChanged} />}
      {decision ? <SignedDecision decision={decision} /> : <Text c="dimmed">{text.noDecision}</Text>}
      {earlier.length > 0 && (
        <details>
          <summary>{text.history}</summary>
          <Stack gap={12} mt={12}>
            {earlier.map((one) => (
              <SignedDecision key={one.id} decision={one} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}
