import type { ConsultationDraftView, ConsultationView } from "@fibril/contract";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { VersionConflict } from "../../ui/version-conflict.tsx";
import { type Answers, askedCount, nextUnasked } from "./answers-model.ts";
import { ConcernGrading } from "./concern-grading.tsx";
import { differencesOf } from "./consultation-draft.ts";
import { Examination } from "./examination.tsx";
import { consultationDraftQuery, consultationQuery } from "./queries.ts";
import { QuestionField, questionElementId } from "./question-field.tsx";
import { askedOrder, groupIds, questionGroups } from "./question-groups.ts";
import { useConsultationDraft } from "./use-consultation-draft.ts";

const text = messages.consultation;

interface Consultation {
  readonly patientId: string;
  readonly mayChange: boolean;
  /** The question to go to at first, or a choice of the examination. */
  readonly startAt: string | null;
  /** The patient's weight, which another feature keeps. */
  readonly weight: ReactNode;
}

export function ConsultationForm({ patientId, mayChange, startAt, weight }: Consultation) {
  const read = useQuery(consultationQuery(patientId));
  const typed = useQuery({ ...consultationDraftQuery(patientId), enabled: mayChange });
  if (read.status === "pending" || (mayChange && typed.status === "pending")) return <Loading what={text.loading} />;
  if (read.status === "error")
    return <LoadFailed what={text.the} fault={read.error} retry={() => void read.refetch()} />;
  if (typed.status === "error")
    return <LoadFailed what={text.theDraft} fault={typed.error} retry={() => void typed.refetch()} />;
  const stored = read.data.consultation;
  const kept = typed.data?.draft ?? null;
  return <Editor key={stored?.version ?? 0} {...{ patientId, stored, kept, mayChange, startAt, weight }} />;
}

interface Edited extends Consultation {
  readonly stored: ConsultationView | null;
  readonly kept: ConsultationDraftView | null;
}

function Editor({ patientId, stored, kept, mayChange, startAt, weight }: Edited) {
  const draft = useConsultationDraft({ patientId, stored, kept, mayChange });
  const [atFirst] = useState(kept);
  const { timeZone } = useClinicClock();
  const navigate = useNavigate();
  useEffect(() => goTo(startAt), [startAt]);
  const { value, fault } = draft;
  const finished = stored?.answeredByPatientAt;
  return (
    <Stack gap={24}>
      {!mayChange && <Text c="dimmed">{text.readOnly}</Text>}
      {atFirst && draft.isChanged && <Text>{text.goesOn(atFirst.savedBy, dayTime(atFirst.savedAt, timeZone))}</Text>}
      {finished && <Text c="dimmed">{text.byPatient(dayTime(finished, timeZone))}</Text>}
      <section aria-label={text.concernsTitle}>
        <Title order={2} size="h3" mb={12}>
          {text.concernsTitle}
        </Title>
        <ConcernGrading
          grades={value.concerns}
          isDisabled={!mayChange}
          onChange={(concerns) => draft.change({ concerns })}
        />
      </section>
      <section aria-label={text.examination}>
        <Title order={2} size="h3" mb={12}>
          {text.examination}
        </Title>
        <Examination draft={value} fault={fault} isDisabled={!mayChange} onChange={draft.change} />
      </section>
      {weight}
      <Questions
        answers={value.answers}
        fault={fault}
        mayChange={mayChange}
        onChange={(answers) => draft.change({ answers })}
      />
      <ProblemNote fault={fault} shownPaths={shownPaths(fault)} />
      <div className="fb-consultation-bar">
        <Text className="fb-number" role="status">
          {text.progress(askedCount(value.answers), askedOrder.length)}
        </Text>
        <Button
          variant="default"
          h={44}
          disabled={nextUnasked(value.answers, null) === null}
          onClick={() => goTo(nextUnasked(value.answers, focusedQuestion()))}
        >
          {nextUnasked(value.answers, null) === null ? text.allAsked : text.nextUnasked}
        </Button>
        {mayChange && draft.isChanged && (
          <>
            <Button h={44} loading={draft.isSaving} onClick={draft.save}>
              {text.save}
            </Button>
            {draft.saving === "kept" ? (
              <Text role="status" size="sm" c="dimmed">
                {text.draftKept}
              </Text>
            ) : (
              <SaveState saving={draft.saving} />
            )}
          </>
        )}
        {!draft.isChanged && stored && (
          <Button
            h={44}
            onClick={() => void navigate({ to: "/patients/$patientId/suitability", params: { patientId } })}
          >
            {text.toSuitability}
          </Button>
        )}
      </div>
      {draft.theirs && (
        <VersionConflict
          isOpen
          differences={differencesOf(value, draft.theirs)}
          onKeepMine={draft.keepMine}
          onTakeTheirs={draft.takeTheirs}
        />
      )}
    </Stack>
  );
}

interface Asked {
  readonly answers: Answers;
  readonly fault: Error | null;
  readonly mayChange: boolean;
  readonly onChange: (answers: Record<string, unknown>) => void;
}

function Questions({ answers, fault, mayChange, onChange }: Asked) {
  const { today } = useClinicClock();
  return (
    <Stack gap={24} component="section" aria-label={text.questions}>
      <Text c="dimmed" size="sm" visibleFrom="sm">
        {text.keys}
      </Text>
      {groupIds.map((group) => (
        <section key={group} aria-label={text.groups[group]}>
          <Title order={2} mt={8} mb={4}>
            {text.groups[group]}
          </Title>
          {questionGroups[group].map((question) => (
            <QuestionField
              key={question}
              question={question}
              answers={answers}
              today={today}
              isDisabled={!mayChange}
              issues={issuesOf(fault, question)}
              onChange={(next) => onChange({ ...next })}
              onNext={(next) => goTo(nextUnasked(next, question))}
            />
          ))}
        </section>
      ))}
    </Stack>
  );
}

function issuesOf(fault: Error | null, question: string): string[] {
  if (!(fault instanceof ApiProblem)) return [];
  return fault.issues.filter(({ path }) => isOf(path, question)).map(({ message }) => message);
}

function shownPaths(fault: Error | null): string[] {
  if (!(fault instanceof ApiProblem)) return [];
  const shown = ["area", "anaesthetic", "fitzpatrick", "skinNotes"];
  return fault.issues
    .map(({ path }) => path)
    .filter((path) => shown.includes(path) || askedOrder.some((question) => isOf(path, question)));
}

function isOf(path: string, question: string): boolean {
  return path === `answers.${question}` || path.startsWith(`answers.${question}.`);
}

function focusedQuestion(): string | null {
  const field = document.activeElement?.closest(".fb-question");
  return field ? field.id.slice(questionElementId("").length) : null;
}

/** Brings a question to the middle of the screen and puts the keyboard on it. */
export function goTo(question: string | null): void {
  const field = question === null ? null : document.getElementById(questionElementId(question));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
