import { CourseView } from "@fibril/contract";
import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { CourseProblem } from "./course-problem.tsx";
import { openVisits } from "./session-words.ts";

const { course } = messages;

/** The reason first, then what it does in words: a course once ended stays ended. */
export function EndCourse({ of }: { readonly of: CourseView }) {
  const [isAsked, setIsAsked] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const reason = useDraft(`course-end.${of.id}`, "");
  const queryClient = useQueryClient();
  const end = useWrite({
    send: (body: { readonly version: number; readonly reason: string }, idempotencyKey) =>
      api.post(`/api/courses/${of.id}/abandonment`, { schema: CourseView, body, idempotencyKey }),
    onDone: async () => {
      reason.clear();
      setIsConfirming(false);
      await queryClient.invalidateQueries();
    },
  });
  if (!isAsked && !reason.restored) {
    return (
      <Group>
        <Button variant="default" c="var(--fb-stop)" onClick={() => setIsAsked(true)}>
          {course.abandon}
        </Button>
      </Group>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsConfirming(true);
  };
  const goBack = () => {
    reason.clear();
    setIsAsked(false);
  };
  const send = () =>
    end.mutate({ version: of.version, reason: reason.value }, { onError: () => setIsConfirming(false) });
  return (
    <form onSubmit={submit}>
      <Stack gap={8} align="flex-start">
        <Textarea
          w="100%"
          maw={520}
          label={course.abandonReason}
          value={reason.value}
          error={fieldIssue(end.error, "reason")}
          onChange={(event) => reason.change(event.currentTarget.value)}
        />
        <CourseProblem fault={end.error} patientId={of.patientId} />
        <Group gap={8}>
          <Button type="submit" variant="default" disabled={reason.value.trim().length < 3}>
            {course.abandonAct}
          </Button>
          <Button variant="subtle" onClick={goBack}>
            {messages.ui.cancel}
          </Button>
        </Group>
      </Stack>
      <ConfirmInWords
        isOpen={isConfirming}
        title={course.abandonTitle}
        consequence={course.abandonText(openVisits(of))}
        act={course.abandonAct}
        isDanger
        isBusy={end.isPending}
        onConfirm={send}
        onClose={() => setIsConfirming(false)}
      />
    </form>
  );
}
