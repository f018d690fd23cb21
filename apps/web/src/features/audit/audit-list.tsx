import "./audit.css";
import type { AuditEventView } from "@fibril/contract";
import { Button, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { DayTime } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AuditDetails } from "./audit-details.tsx";
import { AuditForm } from "./audit-form.tsx";
import { type AuditSearch, everything } from "./audit-search.ts";
import { auditQuery } from "./queries.ts";

const { audit, signIn } = messages;

export function AuditList() {
  const [search, setSearch] = useState<AuditSearch>(everything);
  const pages = useInfiniteQuery(auditQuery(search));
  const events = pages.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Stack gap={16}>
      <AuditForm key={JSON.stringify(search)} search={search} onSearch={setSearch} />
      {pages.isPending && <Loading />}
      {pages.isError && <LoadFailed what={audit.what} fault={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && events.length === 0 && <EmptyState title={audit.none} text={audit.noneText} />}
      {events.length > 0 && (
        <DataTable
          caption={audit.what}
          columns={columns}
          rows={events}
          rowId={({ sequence }) => String(sequence)}
          rowName={({ sequence }) => audit.row(sequence)}
          details={(event) => <AuditDetails event={event} onSearch={(part) => setSearch({ ...everything, ...part })} />}
        />
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: "center" }}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </Stack>
  );
}

const roles: Readonly<Record<string, string>> = signIn.roles;
const columns: readonly TableColumn<AuditEventView>[] = [
  { id: "at", head: audit.columns.at, cell: ({ at }) => <DayTime instant={at} /> },
  { id: "actor", head: audit.columns.actor, cell: ({ actor }) => actor },
  { id: "role", head: audit.columns.role, cell: ({ role }) => roles[role] ?? role },
  { id: "did", head: audit.columns.did, cell: ({ action, noun }) => audit.did(action, noun) },
  { id: "about", head: audit.columns.about, cell: ({ patientNumber }) => audit.about(patientNumber) },
];
