import type { SignedChangeView } from "@fibril/contract";
import { Stack, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { DayTime } from "../../ui/day.tsx";

const text = messages.ruleSet;
const heads = text.historyColumns;

const columns: readonly TableColumn<SignedChangeView>[] = [
  { id: "when", head: heads.when, cell: ({ signedAt }) => <DayTime instant={signedAt} /> },
  { id: "rule", head: heads.rule, cell: ({ rule }) => <code>{rule}</code> },
  {
    id: "change",
    head: heads.change,
    cell: ({ countBefore, countAfter, unit }) =>
      text.fromTo(beforeWords(countBefore, unit), text.setting(countAfter, unit)),
  },
  {
    id: "who",
    head: heads.who,
    cell: ({ signerName, signerRegistration }) => text.signer(signerName, signerRegistration),
  },
  {
    id: "scope",
    head: heads.scope,
    cell: ({ patient }) => (patient ? text.scopeOf(patient.name, patient.prescriberName) : text.everyone),
  },
  { id: "version", head: heads.version, cell: ({ setVersion }) => setVersion },
];

/** A number of the same unit needs no unit of its own. */
function beforeWords(count: number, unit: SignedChangeView["unit"]): string {
  return unit === "position" ? text.setting(count, unit) : String(count);
}

/** Every signed change, newest first; none is ever removed. */
export function ChangeHistory({ changes }: { readonly changes: readonly SignedChangeView[] }) {
  return (
    <Stack gap={8}>
      <Title order={2} size="h3">
        {text.history}
      </Title>
      {changes.length === 0 ? (
        <Text c="dimmed">{text.historyNone}</Text>
      ) : (
        <DataTable
          caption={text.history}
          columns={columns}
          rows={changes}
          rowId={({ id }) => id}
          rowName={({ rule }) => text.changeRow(rule)}
          details={(change) => <Details change={change} />}
        />
      )}
    </Stack>
  );
}

function Details({ change: { reason, refused, plansAffected } }: { readonly change: SignedChangeView }) {
  return (
    <>
      <Text>{reason}</Text>
      {plansAffected !== null && <Text c="dimmed">{text.affectedThen(plansAffected)}</Text>}
      {refused && <Text c="var(--fb-stop)">{text.refused(refused)}</Text>}
    </>
  );
}
