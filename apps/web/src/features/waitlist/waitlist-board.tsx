import "./waitlist.css";
import type { WaitlistEntryView } from "@fibril/contract";
import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { waitlistQuery } from "./queries.ts";
import { WaitingCard } from "./waiting-card.tsx";

const text = messages.waitlist;

export function WaitlistBoard() {
  const waitlist = useQuery(waitlistQuery);
  const { data: signedIn } = useQuery(signInQuery);
  const [removing, setRemoving] = useState<WaitlistEntryView | null>(null);
  switch (waitlist.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.load} fault={waitlist.error} retry={() => void waitlist.refetch()} />;
    case "success": {
      const { entries, offersPerDay } = waitlist.data;
      if (entries.length === 0) return <EmptyState title={text.none} text={text.noneText} />;
      return (
        <>
          <ol className="fb-waitlist">
            {entries.map((entry) => (
              <WaitingCard
                key={entry.id}
                entry={entry}
                offersPerDay={offersPerDay}
                mayChange={signedIn?.membership.role !== "manager"}
                onRemove={() => setRemoving(entry)}
              />
            ))}
          </ol>
          {removing && <Remove entry={removing} onClose={() => setRemoving(null)} />}
        </>
      );
    }
  }
}

function Remove({ entry, onClose }: { readonly entry: WaitlistEntryView; readonly onClose: () => void }) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const remove = useWrite({
    send: (body: { readonly reason: string; readonly version: number }, idempotencyKey) =>
      api.post(`/api/waitlist/${entry.id}/removals`, { schema: z.unknown(), body, idempotencyKey }),
    onDone: () => {
      notifications.show({ message: text.removed(entry.patientName) });
      void queries.invalidateQueries({ queryKey: ["waitlist"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ reason, version: entry.version });
  };
  return (
    <Dialog isOpen title={text.removeTitle(entry.patientName)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          <Text>{text.removeText}</Text>
          <Textarea
            label={text.why}
            value={reason}
            error={fieldIssue(remove.error, "reason")}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemNote fault={remove.error} shownPaths={["reason"]} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.goBack}
            </Button>
            <Button type="submit" loading={remove.isPending} disabled={reason.trim().length < 3}>
              {text.removeAct}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
