import type { OverviewRowKind, OverviewRowsView } from "@fibril/contract";
import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { Day } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { overviewRowsQuery } from "./queries.ts";

const { overview } = messages;
type Row = OverviewRowsView["rows"][number] & { readonly key: string };

interface Rows {
  readonly kind: OverviewRowKind;
  readonly mayOpenPatients: boolean;
  readonly onClose: () => void;
}

export function OverviewRows({ kind, mayOpenPatients, onClose }: Rows) {
  const rows = useQuery(overviewRowsQuery(kind));
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="fb-card fb-overview-rows"
      aria-label={overview.rowsOf(overview.kinds[kind])}
    >
      <Group justify="space-between" mb={8}>
        <Title order={3}>{overview.kinds[kind]}</Title>
        <Button variant="subtle" onClick={onClose}>
          {overview.close}
        </Button>
      </Group>
      {rows.isPending && <Loading />}
      {rows.isError && <LoadFailed what={overview.rows} fault={rows.error} retry={() => void rows.refetch()} />}
      {rows.data?.rows.length === 0 && <Text c="dimmed">{overview.noRows}</Text>}
      {rows.data && rows.data.rows.length > 0 && (
        <DataTable
          caption={overview.kinds[kind]}
          columns={columnsFor(mayOpenPatients)}
          rows={rows.data.rows.map((row, index) => ({ ...row, key: `${index} ${row.who} ${row.on}` }))}
          rowId={({ key }) => key}
          rowName={({ who }) => who}
        />
      )}
    </section>
  );
}

function columnsFor(mayOpenPatients: boolean): readonly TableColumn<Row>[] {
  return [
    {
      id: "who",
      head: overview.columns.who,
      cell: ({ patientId, who }) =>
        patientId && mayOpenPatients ? (
          <Link to="/patients/$patientId" params={{ patientId }}>
            {who}
          </Link>
        ) : (
          who
        ),
    },
    { id: "what", head: overview.columns.what, cell: ({ what }) => what },
    { id: "on", head: overview.columns.on, cell: ({ on }) => <Day date={on} /> },
  ];
}
