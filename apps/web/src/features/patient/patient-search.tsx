import type { PatientFoundView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { Day } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { nextVisitText } from "./next-visit-text.ts";
import { patientSearchQuery } from "./queries.ts";

const text = messages.patient;

interface Search {
  readonly q: string;
  readonly onType: (q: string) => void;
}

/** Finds while somebody types; the server does the finding. */
export function PatientSearch({ q, onType }: Search) {
  const [asked] = useDebouncedValue(q, 200);
  return (
    <Stack gap={16}>
      <TextInput
        type="search"
        size="md"
        maw={520}
        label={text.search}
        description={text.searchHelp}
        placeholder={text.searchHint}
        value={q}
        onChange={(event) => onType(event.currentTarget.value)}
        data-autofocus
      />
      <PatientsFound q={asked.trim()} />
    </Stack>
  );
}

function PatientsFound({ q }: { readonly q: string }) {
  const found = useInfiniteQuery(patientSearchQuery(q));
  if (found.status === "pending") return <Loading what={text.searching} />;
  if (found.status === "error")
    return <LoadFailed what={text.thePatients} fault={found.error} retry={() => void found.refetch()} />;
  const rows = found.data.pages.flatMap(({ patients }) => patients);
  if (rows.length === 0) {
    if (q === "") return <EmptyState title={text.noneYet} text={text.noneYetText} />;
    return <EmptyState title={text.noneFound(q)} text={text.noneFoundText} />;
  }
  return (
    <Stack gap={12} aria-busy={found.isPlaceholderData}>
      <Text size="sm" c="dimmed" role="status">
        {text.found(rows.length, found.hasNextPage)}
      </Text>
      <DataTable caption={text.list} columns={columns} rows={rows} rowId={({ id }) => id} rowName={nameOf} />
      {found.hasNextPage && (
        <Group>
          <Button
            variant="default"
            h={44}
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {messages.ui.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const columns: readonly TableColumn<PatientFoundView>[] = [
  {
    id: "name",
    head: text.columns.name,
    cell: (row) => (
      <Link to="/patients/$patientId" params={{ patientId: row.id }} className="fb-patient-link">
        {nameOf(row)}
      </Link>
    ),
  },
  {
    id: "next",
    head: text.columns.next,
    cell: ({ nextVisit }) =>
      nextVisit === null ? <span className="fb-muted">{text.noNextVisit}</span> : nextVisitText(nextVisit),
  },
  { id: "birth", head: text.columns.birth, cell: ({ birthDate }) => <Day date={birthDate} /> },
  {
    id: "age",
    head: text.columns.age,
    cell: ({ ageYears, isMinor }) => (isMinor ? `${ageYears}, ${text.minor}` : String(ageYears)),
  },
  { id: "phone", head: text.columns.phone, cell: ({ phone }) => phone ?? "" },
  { id: "number", head: text.columns.number, isNumber: true, cell: ({ number }) => String(number) },
];

function nameOf({ givenName, familyName }: PatientFoundView): string {
  return `${familyName}, ${givenName}`;
}
