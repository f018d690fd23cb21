import { ApiTokenView } from "@fibril/contract";
import { Button, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { DayTime } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { apiTokensQuery } from "./queries.ts";

const { apiAccess, staff } = messages;

/** The keys that programs hold: who has one, when it was last used, and its end. */
export function ApiTokens() {
  const queryClient = useQueryClient();
  const list = useQuery(apiTokensQuery);
  const [ending, setEnding] = useState<ApiTokenView | null>(null);
  const revoke = useWrite({
    send: ({ id }: ApiTokenView, idempotencyKey) =>
      api.delete(`/api/api-tokens/${id}`, { schema: ApiTokenView, idempotencyKey }),
    onDone: async ({ name }) => {
      setEnding(null);
      notifications.show({ message: apiAccess.revoked(name) });
      await queryClient.invalidateQueries({ queryKey: apiTokensQuery.queryKey });
    },
  });
  if (list.isError) return <LoadFailed what={apiAccess.what} fault={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  return (
    <section>
      <Title order={2}>{apiAccess.listTitle}</Title>
      <Text mb={12}>{list.data.tokens.length === 0 ? apiAccess.none : apiAccess.listText}</Text>
      {list.data.tokens.length > 0 && (
        <DataTable
          caption={apiAccess.listTitle}
          columns={[...columns, actColumn(setEnding)]}
          rows={list.data.tokens}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
        />
      )}
      <ProblemNote fault={revoke.error} />
      {ending && (
        <ConfirmInWords
          isOpen
          title={apiAccess.revokeTitle(ending.name)}
          consequence={apiAccess.revokeText}
          act={apiAccess.revoke}
          isDanger
          isBusy={revoke.isPending}
          onConfirm={() => revoke.mutate(ending, { onError: () => setEnding(null) })}
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  );
}

const columns: readonly TableColumn<ApiTokenView>[] = [
  { id: "name", head: apiAccess.columns.name, cell: ({ name }) => name },
  { id: "role", head: apiAccess.columns.role, cell: ({ role }) => staff.roles[role] },
  { id: "made", head: apiAccess.columns.made, cell: ({ createdAt }) => <DayTime instant={createdAt} /> },
  {
    id: "used",
    head: apiAccess.columns.used,
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? <span className="fb-muted">{apiAccess.neverUsed}</span> : <DayTime instant={lastUsedAt} />,
  },
];

function actColumn(onRevoke: (token: ApiTokenView) => void): TableColumn<ApiTokenView> {
  return {
    id: "act",
    head: apiAccess.columns.act,
    cell: (token) =>
      token.revokedAt === null ? (
        <Button
          variant="default"
          size="compact-md"
          aria-label={apiAccess.revokeOf(token.name)}
          onClick={() => onRevoke(token)}
        >
          {apiAccess.revoke}
        </Button>
      ) : (
        <span className="fb-muted">
          {apiAccess.revokedOn} <DayTime instant={token.revokedAt} />
        </span>
      ),
  };
}
