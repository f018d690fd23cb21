import type { StaffView } from "@fibril/contract";
import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ChangeStaff } from "./change-staff.tsx";
import { staffQuery } from "./queries.ts";

const { staff } = messages;

interface Listed {
  /** The place in which the reader is signed in, which they can't end or change themselves. */
  readonly own: { readonly email: string; readonly role: string };
  readonly mayChange: boolean;
}

/** Everybody who works here; those who worked here stand after them. */
export function StaffList({ own, mayChange }: Listed) {
  const list = useQuery(staffQuery);
  const [changing, setChanging] = useState<StaffView | null>(null);
  if (list.isError) return <LoadFailed what={staff.what} fault={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  return (
    <Stack>
      <DataTable
        caption={staff.what}
        columns={mayChange ? [...columns, changeColumn(setChanging)] : columns}
        rows={[...list.data.staff].sort((one, other) => Number(one.ended) - Number(other.ended))}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
      />
      {changing && (
        <ChangeStaff
          key={changing.id}
          member={changing}
          isSelf={changing.email === own.email && changing.role === own.role}
          onClose={() => setChanging(null)}
        />
      )}
    </Stack>
  );
}

const columns: readonly TableColumn<StaffView>[] = [
  {
    id: "name",
    head: staff.columns.name,
    cell: ({ name, email }) => (
      <>
        {name}
        <br />
        <span className="fb-muted">{email}</span>
      </>
    ),
  },
  { id: "role", head: staff.columns.role, cell: ({ role }) => staff.roles[role] },
  {
    id: "registration",
    head: staff.columns.registration,
    cell: ({ registration }) => registration ?? <span className="fb-muted">{staff.registrationNone}</span>,
  },
  { id: "state", head: staff.columns.state, cell: ({ ended }) => (ended ? staff.endedState : staff.working) },
];

function changeColumn(onChange: (member: StaffView) => void): TableColumn<StaffView> {
  return {
    id: "act",
    head: staff.columns.act,
    cell: (member) =>
      member.ended ? null : (
        <Button
          variant="default"
          size="compact-md"
          aria-label={staff.changeOf(member.name)}
          onClick={() => onChange(member)}
        >
          {staff.change}
        </Button>
      ),
  };
}
