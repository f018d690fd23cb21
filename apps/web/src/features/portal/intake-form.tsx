import "./portal.css";
import { MyIntakeView } from "@fibril/contract";
import { questionIds } from "@fibril/suitability";
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { differing, type IntakeAnswers, openQuestions, sendable } from "./intake-answers.ts";
import { IntakeConcerns } from "./intake-concerns.tsx";
import { IntakeConflict } from "./intake-conflict.tsx";
import { IntakeQuestion } from "./intake-question.tsx";
import { IntakeReview } from "./intake-review.tsx";
import type { Typed } from "./intake-typed.ts";
import { myIntake } from "./queries.ts";

interface Form {
  readonly stored: MyIntakeView;
  readonly patientId: string;
  readonly today: string;
}

const text = messages.portal.forms;
/** The wishes, the questions, then everything on one page. */
const reviewPage = questionIds.length + 1;

/** One question a page. Each "save and go on" keeps everything at the clinic, so that any device goes on from there. */
export function IntakeForm({ stored, patientId, today }: Form) {
  const draft = useDraft<Typed>(`my.intake.${patientId}`, typedOf(stored));
  const { value: typed, change } = draft;
  const [page, setPage] = useState(() => firstOpenPage(stored, typed.answers));
  const [theirs, setTheirs] = useState<MyIntakeView | null>(() => (isBehind(typed, stored) ? stored : null));
  const heading = useRef<HTMLDivElement>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const write = useWrite({
    send: ({ finished, version }: { finished: boolean; version: number }, idempotencyKey) =>
      api.put("/api/my/intake", {
        body: { version, answers: sendable(typed.answers), concerns: typed.concerns, finished },
        schema: MyIntakeView,
        idempotencyKey,
      }),
    onDone: async (kept, { finished }) => {
      queryClient.setQueryData(myIntake.queryKey, kept);
      change((before) => ({ ...before, version: kept.version }));
      if (!finished) return;
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ["my"] });
      await navigate({ to: "/my" });
    },
  });
  const save = async (finished: boolean, version = typed.version) => {
    try {
      await write.mutateAsync({ finished, version });
      return true;
    } catch (fault) {
      if (fault instanceof ApiProblem && fault.code === "stale-version") setTheirs(MyIntakeView.parse(fault.current));
      return false;
    }
  };
  const show = (next: number) => {
    setPage(next);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  };
  const goOn = async () => {
    const isKept = await save(page === reviewPage);
    if (isKept && page < reviewPage) show(page + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void goOn();
  };
  if (theirs) {
    const settle = (settled: Typed) => {
      change(settled);
      setTheirs(null);
      write.reset();
    };
    return <IntakeConflict mine={typed} theirs={theirs} onSettle={settle} />;
  }
  const answered = questionIds.length - openQuestions(typed.answers).length;
  return (
    <form onSubmit={submit}>
      <Stack gap={20}>
        <div>
          <Progress value={(answered / questionIds.length) * 100} aria-label={text.title} size={6} />
          <Text size="sm" c="dimmed" mt={4}>
            {text.progress(answered, questionIds.length)}
          </Text>
        </div>
        <div ref={heading} tabIndex={-1} className="fb-form-page">
          <Page
            page={page}
            typed={typed}
            today={today}
            fault={write.error}
            onChange={change}
            onOpen={show}
            stored={stored}
          />
        </div>
        <ProblemNote fault={write.error} />
        <Group justify="space-between" gap={8}>
          <Button variant="default" h={48} disabled={page === 0} onClick={() => show(page - 1)}>
            {text.back}
          </Button>
          <Button type="submit" h={48} loading={write.isPending}>
            {page === reviewPage ? text.finish : text.next}
          </Button>
        </Group>
        {page !== reviewPage && (
          <Button variant="subtle" h={44} onClick={() => show(reviewPage)}>
            {text.toEnd}
          </Button>
        )}
      </Stack>
    </form>
  );
}

interface Shown {
  readonly page: number;
  readonly typed: Typed;
  readonly stored: MyIntakeView;
  readonly today: string;
  readonly fault: Error | null;
  readonly onChange: (next: (before: Typed) => Typed) => void;
  readonly onOpen: (page: number) => void;
}

function Page({ page, typed, stored, today, fault, onChange, onOpen }: Shown) {
  const setAnswers = (answers: IntakeAnswers) => onChange((before) => ({ ...before, answers }));
  if (page === 0) {
    return (
      <IntakeConcerns
        concerns={typed.concerns}
        onChange={(concerns) => onChange((before) => ({ ...before, concerns }))}
      />
    );
  }
  const question = questionIds[page - 1];
  if (!question) {
    return (
      <IntakeReview typed={typed} finishedAt={stored.finishedAt} onOpen={(id) => onOpen(questionIds.indexOf(id) + 1)} />
    );
  }
  return (
    <IntakeQuestion
      key={question}
      question={question}
      position={page}
      answers={typed.answers}
      today={today}
      fault={fault}
      onChange={setAnswers}
    />
  );
}

function typedOf({ version, answers, concerns }: MyIntakeView): Typed {
  return { version, answers, concerns };
}

/** What was typed here started from another version than the clinic now has, and says something else. */
function isBehind(typed: Typed, stored: MyIntakeView): boolean {
  if (typed.version === stored.version) return false;
  return differing(typed.answers, stored.answers).length > 0 || typed.concerns.join() !== [...stored.concerns].join();
}

function firstOpenPage(stored: MyIntakeView, answers: IntakeAnswers): number {
  const [first] = openQuestions(answers);
  if (!first || stored.finishedAt !== null) return reviewPage;
  return Object.keys(answers).length === 0 ? 0 : questionIds.indexOf(first) + 1;
}
