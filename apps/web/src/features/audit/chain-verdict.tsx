import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { auditVerdictQuery } from "./queries.ts";
import { verdictWords } from "./verdict-words.ts";

const { audit } = messages;

export function ChainVerdict() {
  const verdict = useQuery(auditVerdictQuery);
  const check = () => void verdict.refetch();
  if (verdict.isError) return <LoadFailed what={audit.verdict} fault={verdict.error} retry={check} />;
  return (
    <Group className="fb-card" justify="space-between" mb={24} aria-live="polite">
      {verdict.data ? (
        <Alert
          flex={1}
          color={verdict.data.fault ? "var(--fb-stop)" : "var(--fb-suitable)"}
          variant="outline"
          title={verdictWords(verdict.data)}
        >
          {verdict.data.fault ? audit.faultAdvice : null}
        </Alert>
      ) : (
        <Text c="dimmed">{verdict.isFetching ? audit.checking : audit.notChecked}</Text>
      )}
      <Button variant="default" loading={verdict.isFetching} onClick={check}>
        {audit.check}
      </Button>
    </Group>
  );
}
