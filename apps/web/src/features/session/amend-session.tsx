import { type SessionRecordBody, SessionView } from "@fibril/contract";
import { changeSession } from "@fibril/session";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { openGaps } from "./open-gaps.ts";
import { RecordEditor } from "./record-editor.tsx";
import { recordOf } from "./record-of.ts";
import { sessionQuery } from "./session-queries.ts";

interface Amending {
  readonly view: SessionView;
  readonly onClose: () => void;
}

interface Correction {
  readonly record: SessionRecordBody;
  readonly reason: string;
}

/** A correction of a signed record: the record as it should have been, and why; the signed one is kept beside it. */
export function AmendSession({ view, onClose }: Amending) {
  const draft = useDraft<Correction>(`amendment.${view.id}`, { record: view.record, reason: "" });
  const queryClient = useQueryClient();
  const text = messages.session;
  const record = recordOf(draft.value.record);
  const replace = (next: typeof record) => draft.change({ ...draft.value, record: next as SessionRecordBody });
  const amend = useWrite({
    send: (body: Correction, idempotencyKey) =>
      api.post(`/api/sessions/${view.id}/amendments`, { schema: SessionView, body, idempotencyKey }),
    onDone: (amended) => {
      draft.clear();
      queryClient.setQueryData(sessionQuery(view.id).queryKey, amended);
      onClose();
    },
  });
  return (
    <>
      <Text mb={16}>{text.amendHelp}</Text>
      <RecordEditor
        view={view}
        record={record}
        gaps={openGaps(view, record)}
        change={(...changes) => replace(changes.reduce(changeSession, record))}
        replace={replace}
      />
      <section className="fb-sign-bar" aria-label={text.amend}>
        <ProblemNote fault={amend.error} shownPaths={["reason"]} />
        <div className="fb-sign-row">
          <Textarea
            className="fb-sign-words"
            label={text.amendReason}
            autosize
            value={draft.value.reason}
            error={fieldIssue(amend.error, "reason")}
            onChange={({ currentTarget: { value } }) => draft.change({ ...draft.value, reason: value })}
          />
          <Group gap={8}>
            <Button
              variant="default"
              h={44}
              onClick={() => {
                draft.clear();
                onClose();
              }}
            >
              {text.dropAmendment}
            </Button>
            <Button h={44} loading={amend.isPending} onClick={() => amend.mutate(draft.value)}>
              {text.keepAmendment}
            </Button>
          </Group>
        </div>
      </section>
    </>
  );
}
