import { type PreconditionView, SuitabilityView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.suitability;

interface Preconditions {
  readonly patientId: string;
  readonly decisionId: string;
  readonly preconditions: readonly PreconditionView[];
  readonly mayMeet: boolean;
}

/** What has to be settled before a session, and who settled it how. */
export function Preconditions({ patientId, decisionId, preconditions, mayMeet }: Preconditions) {
  const [open, setOpen] = useState<PreconditionView | null>(null);
  const { timeZone } = useClinicClock();
  if (preconditions.length === 0) return null;
  return (
    <Stack gap={12} component="section" aria-label={text.preconditions}>
      <Title order={2} size="h3">
        {text.preconditions}
      </Title>
      <Text c="dimmed">{text.preconditionsText}</Text>
      {preconditions.map((one) => (
        <Group key={`${one.rule} ${one.text}`} justify="space-between" wrap="nowrap" className="fb-card">
          <div>
            <Text>{one.text}</Text>
            <Text size="sm" c="dimmed">
              {one.met ? text.metBy(one.met.note, one.met.by, dayTime(one.met.at, timeZone)) : text.notMet}
            </Text>
          </div>
          {!one.met && mayMeet && (
            <Button variant="default" h={44} miw="max-content" onClick={() => setOpen(one)}>
              {text.met}
            </Button>
          )}
        </Group>
      ))}
      <Dialog isOpen={open !== null} title={text.metTitle} onClose={() => setOpen(null)}>
        {open && <MeetForm patientId={patientId} decisionId={decisionId} one={open} onClose={() => setOpen(null)} />}
      </Dialog>
    </Stack>
  );
}

interface Meet {
  readonly patientId: string;
  readonly decisionId: string;
  readonly one: PreconditionView;
  readonly onClose: () => void;
}

function MeetForm({ patientId, decisionId, one, onClose }: Meet) {
  const note = useDraft(`precondition.${decisionId}.${one.rule}.${one.text}`, "");
  const queryClient = useQueryClient();
  const meet = useWrite({
    send: (body: object, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/suitability/preconditions`, {
        schema: SuitabilityView,
        body,
        idempotencyKey,
      }),
    onDone: async () => {
      note.clear();
      onClose();
      await queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    meet.mutate({ decisionId, rule: one.rule, text: one.text, note: note.value });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text>{one.text}</Text>
        <TextInput
          label={text.metNote}
          data-autofocus
          value={note.value}
          error={fieldIssue(meet.error, "note")}
          onChange={(event) => note.change(event.currentTarget.value)}
        />
        <ProblemNote fault={meet.error} shownPaths={["note"]} />
        <Group justify="flex-end">
          <Button type="submit" h={44} loading={meet.isPending} disabled={note.value.trim().length < 3}>
            {text.met}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
