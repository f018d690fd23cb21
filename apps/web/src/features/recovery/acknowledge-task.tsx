import { TaskView } from "@fibril/contract";
import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

interface Acknowledging {
  readonly task: TaskView | null;
  readonly onClose: () => void;
}

export function AcknowledgeTask({ task, onClose }: Acknowledging) {
  const title = task ? messages.recovery.acknowledgeTitle(task.patientName) : "";
  return (
    <Dialog isOpen={task !== null} title={title} onClose={onClose}>
      {task && <Form key={task.id} task={task} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const note = useDraft(`task.${task.id}`, "");
  const queryClient = useQueryClient();
  const text = messages.recovery;
  const write = useWrite({
    send: (body: { readonly version: number; readonly note: string }, idempotencyKey) =>
      api.post(`/api/tasks/${task.id}/acknowledgement`, { schema: TaskView, body, idempotencyKey }),
    onDone: async () => {
      note.clear();
      onClose();
      await Promise.all(
        [["tasks"], ["today"], ["patient", task.patientId]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ version: task.version, note: note.value });
      }}
    >
      <Stack gap={16}>
        <Text>{task.summary}</Text>
        <Textarea
          label={text.note}
          description={text.acknowledgeHelp}
          autosize
          minRows={3}
          data-autofocus
          value={note.value}
          error={fieldIssue(write.error, "note")}
          onChange={({ currentTarget: { value } }) => note.change(value)}
        />
        <Fault fault={write.error} />
        <Group justify="flex-end">
          <Button type="submit" h={48} loading={write.isPending}>
            {text.keep}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Where somebody was quicker: who, and that nothing typed is lost. */
function Fault({ fault }: { readonly fault: Error | null }) {
  const text = messages.recovery;
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version")
    return <ProblemNote fault={fault} shownPaths={["note"]} />;
  const current = TaskView.safeParse(fault.current);
  const by = current.success ? current.data.acknowledged?.by : undefined;
  return (
    <Alert role="alert" variant="outline" color="var(--fb-stop)">
      {by ? text.staleTitle(by) : text.staleUnknown}
    </Alert>
  );
}
