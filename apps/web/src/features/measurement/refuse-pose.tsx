import { PhotographView } from "@fibril/contract";
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { measurementsQuery } from "./measurement-queries.ts";

interface Refusal {
  readonly patientId: string;
  readonly pose: string;
  readonly takenOn: string;
}

/** A pose that was not photographed is written down with its reason: missing is not forgotten. */
export function RefusePose({ patientId, pose, takenOn }: Refusal) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const queryClient = useQueryClient();
  const text = messages.measurement;
  const write = useWrite({
    send: (body: Omit<Refusal, "patientId"> & { readonly reason: string }, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/photographs/refusals`, { schema: PhotographView, body, idempotencyKey }),
    onDone: async () => {
      setReason("");
      setIsOpen(false);
      await queryClient.invalidateQueries({ queryKey: measurementsQuery(patientId).queryKey });
    },
  });
  return (
    <>
      <Group>
        <Button variant="subtle" h={44} onClick={() => setIsOpen(true)}>
          {text.refuse}
        </Button>
      </Group>
      <Dialog isOpen={isOpen} title={text.refuse} onClose={() => setIsOpen(false)}>
        <Stack gap={16}>
          <Textarea
            label={text.refuseReason}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            error={fieldIssue(write.error, "reason")}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <ProblemNote fault={write.error} shownPaths={["reason"]} />
          <Group justify="flex-end">
            <Button h={44} loading={write.isPending} onClick={() => write.mutate({ pose, takenOn, reason })}>
              {text.keepRefusal}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
