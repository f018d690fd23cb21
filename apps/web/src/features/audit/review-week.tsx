import { EmergencyWeekView } from "@fibril/contract";
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { emergencyReportQuery } from "./queries.ts";

const text = messages.audit.emergency;
const shortest = 3;

interface Reviewing {
  readonly week: EmergencyWeekView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ReviewWeek({ week, isOpen, onClose }: Reviewing) {
  return (
    <Dialog isOpen={isOpen} title={text.reviewTitle(dayText(week.weekStartsOn))} onClose={onClose}>
      <Form week={week} onClose={onClose} />
    </Dialog>
  );
}

function Form({ week: { weekStartsOn }, onClose }: Omit<Reviewing, "isOpen">) {
  const note = useDraft(`emergency-week.${weekStartsOn}`, "");
  const queryClient = useQueryClient();
  const write = useWrite({
    send: (body: { readonly note: string }, idempotencyKey) =>
      api.post(`/api/reports/emergency-access/${weekStartsOn}/reviews`, {
        schema: EmergencyWeekView,
        body,
        idempotencyKey,
      }),
    onDone: async () => {
      note.clear();
      onClose();
      await queryClient.invalidateQueries({ queryKey: emergencyReportQuery.queryKey });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ note: note.value.trim() });
      }}
    >
      <Stack gap={16}>
        <Textarea
          label={text.note}
          description={text.noteHelp}
          autosize
          minRows={3}
          data-autofocus
          value={note.value}
          error={fieldIssue(write.error, "note")}
          onChange={({ currentTarget: { value } }) => note.change(value)}
        />
        <ProblemNote fault={write.error} shownPaths={["note"]} />
        <Group justify="flex-end">
          <Button type="submit" h={48} loading={write.isPending} disabled={note.value.trim().length < shortest}>
            {text.keep}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
