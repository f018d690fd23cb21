import type { AffectedPlanView, RuleChangePreview } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { dayText } from "../../ui/day.tsx";

const text = messages.ruleSet;

function standingWords({ verdict, notBefore }: AffectedPlanView["before"]): string {
  return text.standing(messages.ui.verdicts[verdict], notBefore === null ? null : dayText(notBefore));
}

const columns: readonly TableColumn<AffectedPlanView>[] = [
  { id: "patient", head: text.columns.patient, cell: ({ patientName }) => patientName },
  { id: "plan", head: text.columns.plan, cell: ({ courseState }) => text.plans[courseState ?? "none"] },
  { id: "before", head: text.columns.before, cell: ({ before }) => standingWords(before) },
  { id: "after", head: text.columns.after, cell: ({ after }) => standingWords(after) },
  { id: "turns", head: text.columns.turns, cell: ({ turns }) => text.turns[turns] },
];

/** What would change for whom, before anything is signed. */
export function AffectedPlans({ preview }: { readonly preview: RuleChangePreview }) {
  const { before, after, affected } = preview;
  return (
    <Stack gap={8} component="section" aria-label={text.preview}>
      <Title order={3} size="h4">
        {text.preview}
      </Title>
      <Text>{text.becomes(text.wait(before.count, before.unit), text.wait(after.count, after.unit))}</Text>
      <Text role="status">{affected.length === 0 ? text.nobody : text.affected(affected.length)}</Text>
      {affected.length > 0 && (
        <DataTable
          caption={text.preview}
          columns={columns}
          rows={affected}
          rowId={({ patientId }) => patientId}
          rowName={({ patientName }) => text.row(patientName)}
        />
      )}
    </Stack>
  );
}
