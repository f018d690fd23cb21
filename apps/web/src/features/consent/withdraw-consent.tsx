import { ConsentView } from "@fibril/contract";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const words = messages.consent;

type Purpose = ConsentView["purposes"][number];

interface Withdraw {
  readonly patientId: string;
  readonly consent: ConsentView;
  /** The purposes that still hold. */
  readonly purposes: readonly Purpose[];
}

/** Takes back a consent, or one use of photographs, with what was said. */
export function WithdrawConsent({ patientId, consent, purposes }: Withdraw) {
  const [asked, setAsked] = useState<{ readonly purpose: Purpose | null } | null>(null);
  return asked ? (
    <WithdrawForm {...{ patientId, consent }} purpose={asked.purpose} onClose={() => setAsked(null)} />
  ) : (
    <Group gap={8}>
      {purposes.map((purpose) => (
        <Button key={purpose} variant="default" h={44} onClick={() => setAsked({ purpose })}>
          {words.withdrawPurpose(words.purposes[purpose])}
        </Button>
      ))}
      <Button variant="default" c="var(--fb-stop)" h={44} onClick={() => setAsked({ purpose: null })}>
        {purposes.length > 0 ? words.withdrawAllUses : words.withdrawThis}
      </Button>
    </Group>
  );
}

interface Form {
  readonly patientId: string;
  readonly consent: ConsentView;
  readonly purpose: Purpose | null;
  readonly onClose: () => void;
}

function WithdrawForm({ patientId, consent, purpose, onClose }: Form) {
  const reason = useDraft(`withdraw.${consent.id}.${purpose ?? "all"}`, "");
  const [isConfirming, setIsConfirming] = useState(false);
  const queryClient = useQueryClient();
  const withdraw = useWrite({
    send: (body: { readonly purpose: Purpose | null; readonly reason: string }, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/consents/${consent.id}/withdrawals`, {
        schema: ConsentView,
        body,
        idempotencyKey,
      }),
    onDone: async () => {
      reason.clear();
      onClose();
      await queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsConfirming(true);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={8}>
        <TextInput
          label={words.withdrawReason}
          value={reason.value}
          error={fieldIssue(withdraw.error, "reason")}
          onChange={(event) => reason.change(event.currentTarget.value)}
        />
        <ProblemNote fault={withdraw.error} shownPaths={["reason"]} />
        <Group gap={8}>
          <Button type="submit" variant="default" h={44} disabled={reason.value.trim().length < 3}>
            {words.withdraw}
          </Button>
          <Button variant="subtle" h={44} onClick={onClose}>
            {messages.ui.cancel}
          </Button>
        </Group>
      </Stack>
      <ConfirmInWords
        isOpen={isConfirming}
        title={words.withdrawTitle}
        consequence={words.withdrawText(purpose ? words.purposes[purpose] : consent.title)}
        act={words.withdrawAct}
        isDanger
        isBusy={withdraw.isPending}
        onConfirm={() =>
          withdraw.mutate({ purpose, reason: reason.value.trim() }, { onError: () => setIsConfirming(false) })
        }
        onClose={() => setIsConfirming(false)}
      />
    </form>
  );
}
