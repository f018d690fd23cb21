import { InvitationView, type OpenInvitationsView } from "@fibril/contract";
import { Button, Group, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { dayTime } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { HandOver } from "./hand-over.tsx";
import { invitationsQuery } from "./queries.ts";

const { staff } = messages;
type Invitation = OpenInvitationsView["invitations"][number];
type Act = "again" | "withdraw";

/** Who has been asked to join and has not yet: sent again, or withdrawn. */
export function OpenInvitations() {
  const { timeZone } = useClinicClock();
  const queryClient = useQueryClient();
  const list = useQuery(invitationsQuery);
  const [asked, setAsked] = useState<{ readonly act: Act; readonly invitation: Invitation } | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  const again = useWrite({
    send: ({ id }: Invitation, idempotencyKey) =>
      api.post(`/api/staff/invitations/${id}/again`, { schema: InvitationView, body: {}, idempotencyKey }),
    onDone: async ({ email, expiresAt, link }) => {
      setAsked(null);
      if (link === null) notifications.show({ message: staff.invited(email, dayTime(expiresAt, timeZone)) });
      await refresh();
    },
  });
  const withdraw = useWrite({
    send: ({ id }: Invitation, idempotencyKey) =>
      api.delete(`/api/staff/invitations/${id}`, { schema: z.object({ email: z.string() }), idempotencyKey }),
    onDone: async ({ email }) => {
      setAsked(null);
      notifications.show({ message: staff.withdrawn(email) });
      await refresh();
    },
  });
  if (list.isError)
    return <LoadFailed what={staff.invitationsWhat} fault={list.error} retry={() => void list.refetch()} />;
  const invitations = list.data?.invitations ?? [];
  const handed = again.data?.link ? again.data : null;
  return (
    <section>
      {invitations.length > 0 && (
        <>
          <Title order={2} mt={32} mb={12}>
            {staff.invitations}
          </Title>
          <DataTable
            caption={staff.invitations}
            columns={[...columnsIn(timeZone), actsColumn((act, invitation) => setAsked({ act, invitation }))]}
            rows={invitations}
            rowId={({ id }) => id}
            rowName={({ name }) => name}
          />
        </>
      )}
      <ProblemNote fault={again.error ?? withdraw.error} />
      {handed?.link && (
        <Dialog isOpen onClose={again.reset} title={staff.sentAgain}>
          <HandOver name={again.variables?.name ?? ""} link={handed.link} expiresAt={handed.expiresAt} />
        </Dialog>
      )}
      {asked?.act === "again" && (
        <ConfirmInWords
          isOpen
          title={staff.sendAgainTitle(asked.invitation.name)}
          consequence={againText(asked.invitation, timeZone)}
          act={staff.sendAgain}
          isBusy={again.isPending}
          onConfirm={() => again.mutate(asked.invitation, { onError: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.act === "withdraw" && (
        <ConfirmInWords
          isOpen
          title={staff.withdrawTitle(asked.invitation.name)}
          consequence={withdrawText(asked.invitation)}
          act={staff.withdraw}
          isDanger
          isBusy={withdraw.isPending}
          onConfirm={() => withdraw.mutate(asked.invitation, { onError: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function againText({ email, expiresAt, isOver }: Invitation, timeZone: string): string {
  const end = dayTime(expiresAt, timeZone);
  return isOver ? staff.sendAgainOverText(email, end) : staff.sendAgainText(email, end);
}

function withdrawText({ email, isOver }: Invitation): string {
  return isOver ? staff.withdrawOverText(email) : staff.withdrawText(email);
}

function columnsIn(timeZone: string): readonly TableColumn<Invitation>[] {
  return [
    {
      id: "name",
      head: staff.invitationColumns.name,
      cell: ({ name, email }) => (
        <>
          {name}
          <br />
          <span className="fb-muted">{email}</span>
        </>
      ),
    },
    { id: "role", head: staff.invitationColumns.role, cell: ({ role }) => staff.roles[role] },
    {
      id: "until",
      head: staff.invitationColumns.until,
      cell: ({ expiresAt, isOver }) => {
        const end = dayTime(expiresAt, timeZone);
        return isOver ? staff.invitationOver(end) : end;
      },
    },
  ];
}

function actsColumn(onAsk: (act: Act, invitation: Invitation) => void): TableColumn<Invitation> {
  return {
    id: "act",
    head: staff.invitationColumns.act,
    cell: (invitation) => (
      <Group gap={8}>
        <Button
          variant="default"
          size="compact-md"
          aria-label={staff.sendAgainTo(invitation.name)}
          onClick={() => onAsk("again", invitation)}
        >
          {staff.sendAgain}
        </Button>
        <Button
          variant="subtle"
          color="var(--fb-stop)"
          size="compact-md"
          aria-label={staff.withdrawOf(invitation.name)}
          onClick={() => onAsk("withdraw", invitation)}
        >
          {staff.withdraw}
        </Button>
      </Group>
    ),
  };
}
