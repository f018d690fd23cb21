import "./session.css";
import { OutcomeView, SessionView, type TaskView, VisitView as VisitSchema, type VisitView } from "@fibril/contract";
import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { VerdictBadge } from "../../ui/verdict-badge.tsx";
import { Choice } from "./choice.tsx";
import { openFlagsOf, RedFlagReview, type Review } from "./red-flag-review.tsx";
import { sessionQuery } from "./session-queries.ts";

interface Start {
  readonly visit: VisitView | null;
  readonly onClose: () => void;
}

/** What changed since last time is asked before the record exists: an answer may still forbid the session. */
export function StartSession({ visit, onClose }: Start) {
  return (
    <Dialog
      isOpen={visit !== null}
      title={visit ? messages.session.startTitle(visit.patientName) : ""}
      onClose={onClose}
    >
      {visit && <Question key={visit.id} visit={visit} />}
    </Dialog>
  );
}

interface Answer {
  readonly changed: "yes" | "no" | null;
  readonly note: string;
}

function Question({ visit }: { readonly visit: VisitView }) {
  const answer = useDraft<Answer>(`start.${visit.id}`, { changed: null, note: "" });
  const { changed, note } = answer.value;
  const start = useStart(visit, answer.clear);
  const [flags, setFlags] = useState<readonly TaskView[] | null>(null);
  const send = (review: Review | null) => {
    if (changed === null) return;
    const body = { changed, note: changed === "yes" ? note : "", ...(review ? { redFlag: review } : {}) };
    start.mutate(body, { onError: (fault) => setFlags((before) => openFlagsOf(fault) ?? before) });
  };
  const text = messages.session;
  return (
    <Stack gap={16}>
      <Choice
        legend={text.changedQuestion}
        options={[
          { value: "no", label: text.no },
          { value: "yes", label: text.yes },
        ]}
        chosen={changed ? [changed] : []}
        onChoose={(value) => answer.change({ changed: value, note })}
      />
      {changed === "yes" && (
        <>
          <Textarea
            label={text.changedNote}
            autosize
            minRows={2}
            value={note}
            error={fieldIssue(start.error, "note")}
            onChange={({ currentTarget: { value } }) => answer.change({ changed, note: value })}
          />
          <Text>
            {text.correctAnswersFirst}{" "}
            <Link to="/patients/$patientId/consultation" params={{ patientId: visit.patientId }}>
              {text.toAnswers}
            </Link>
          </Text>
        </>
      )}
      {!openFlagsOf(start.error) && <Refusal fault={start.error} />}
      {flags ? (
        <RedFlagReview visitId={visit.id} flags={flags} fault={start.error} isBusy={start.isPending} onReview={send} />
      ) : (
        <Group justify="flex-end">
          <Button h={48} loading={start.isPending} disabled={changed === null} onClick={() => send(null)}>
            {text.start}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface StartBody {
  readonly changed: "yes" | "no";
  readonly note: string;
  readonly redFlag?: Review;
}

function useStart(visit: VisitView, clear: () => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useWrite({
    send: async (body: StartBody, idempotencyKey) => {
      if (visit.state === "booked" || visit.state === "late") {
        const arrived = { version: visit.version, state: "arrived", cancelledBy: null, reason: null };
        await markArrived(visit.id, arrived, `${idempotencyKey}-arrived`);
      }
      return api.post(`/api/visits/${visit.id}/session`, { schema: SessionView, body, idempotencyKey });
    },
    onDone: async (session) => {
      clear();
      queryClient.setQueryData(sessionQuery(session.id).queryKey, session);
      await navigate({ to: "/sessions/$sessionId", params: { sessionId: session.id } });
      await queryClient.invalidateQueries({ queryKey: ["today"] });
    },
  });
}

/** Marked already, here or at the desk, is what was wanted; whatever else stands against it the start itself says. */
async function markArrived(visitId: string, body: unknown, idempotencyKey: string): Promise<void> {
  try {
    await api.post(`/api/visits/${visitId}/state`, { schema: VisitSchema, body, idempotencyKey });
  } catch (fault) {
    if (!(fault instanceof ApiProblem) || fault.status !== 409) throw fault;
  }
}

/** A refusal with its verdict and each finding; anything else as every problem is shown. */
function Refusal({ fault }: { readonly fault: Error | null }) {
  const outcome = fault instanceof ApiProblem ? OutcomeView.safeParse(fault.current) : null;
  if (!outcome?.success)
    return <ProblemNote fault={fault} shownPaths={["note", "redFlag.lookedAtBy", "redFlag.decision"]} />;
  return (
    <Alert role="alert" color="var(--fb-stop)" variant="outline" title={messages.session.notToday}>
      <Stack gap={8}>
        <VerdictBadge verdict={outcome.data.verdict} />
        <Text>{fault?.message}</Text>
        <ul>
          {outcome.data.findings.map(({ rule, reason }) => (
            <li key={rule}>{reason}</li>
          ))}
        </ul>
      </Stack>
    </Alert>
  );
}
