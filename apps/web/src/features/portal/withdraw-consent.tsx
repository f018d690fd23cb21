import type { PhotographPurpose } from "@fibril/consent";
import { ConsentView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

export interface Withdrawing {
  readonly consentId: string;
  readonly kind: ConsentView["kind"];
  readonly purpose: PhotographPurpose | null;
  /** The text, or the one use of photographs, by its name. */
  readonly what: string;
}

interface Opened extends Withdrawing {
  readonly onClose: () => void;
}

/** Says in words what is taken back and what that means; a reason is welcome and not owed. */
export function WithdrawConsent({ consentId, kind, purpose, what, onClose }: Opened) {
  const words = messages.portal.consent;
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const write = useWrite({
    send: (content: { reason: string; purpose: PhotographPurpose | null }, idempotencyKey) =>
      api.post(`/api/my/consents/${consentId}/withdrawals`, { body: content, schema: ConsentView, idempotencyKey }),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: ["my"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ reason, purpose });
  };
  return (
    <Dialog isOpen title={words.withdrawTitle(what)} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          <Text>{words.withdrawText[kind]}</Text>
          <TextInput
            label={words.withdrawReason}
            value={reason}
            error={fieldIssue(write.error, "reason")}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <ProblemNote fault={write.error} shownPaths={["reason"]} />
          <Group gap={8} justify="flex-end">
            <Button variant="default" h={48} onClick={onClose}>
              {words.keep}
            </Button>
            <Button type="submit" h={48} loading={write.isPending}>
              {words.withdraw}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
