import { type ClinicSetUpView, TriedCourseView } from "@fibril/contract";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import type { CourseWish } from "./course-wish.ts";
import { areWhole, firstHandDays, type HandSession } from "./hand-days.ts";
import { HandSessionFields } from "./hand-session-fields.tsx";
import { bookableFromQuery } from "./queries.ts";
import { handCourse, type TriedSession } from "./tried-words.ts";
import { useBookCourse } from "./use-book-course.ts";

const { courseByHand } = messages;

interface ByHand {
  readonly patientId: string;
  readonly wish: CourseWish;
  readonly setUp: ClinicSetUpView;
  /** The suggestion to begin from and which one it is, from 1; the wish where left out. */
  readonly suggested?: { readonly number: number; readonly sessions: readonly HandSession[] };
  readonly onBooked: () => void;
}

/** A course on days and at hours of somebody's own choice: within the rules for all, past some with reasons for a few. */
export function PlaceByHand(hand: ByHand) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<Typed>({ sessions: null, reasons: {} });
  const { wish, suggested } = hand;
  const label = suggested ? { "aria-label": courseByHand.otherDaysOf(suggested.number) } : {};
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)} {...label}>
        {suggested ? courseByHand.otherDays : courseByHand.open}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={courseByHand.title(suggested?.sessions.length ?? wish.sessions)}
      >
        <HandForm {...hand} typed={typed} onType={setTyped} />
      </Dialog>
    </>
  );
}

/** Kept beside the dialog, so that closing it loses nothing. */
interface Typed {
  readonly sessions: readonly HandSession[] | null;
  /** By the rule that is gone past. */
  readonly reasons: Readonly<Record<string, string>>;
}

interface Form extends ByHand {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

function HandForm({ patientId, wish, setUp, suggested, typed, onType, onBooked }: Form) {
  const bookableFrom = useQuery(bookableFromQuery(patientId)).data ?? null;
  const { data: signedIn } = useQuery(signInQuery);
  const role = signedIn?.membership.role;
  const site = setUp.sites.find(({ id }) => id === wish.siteId);
  const { reasons } = typed;
  const sessions =
    typed.sessions ?? suggested?.sessions ?? firstHandDays(wish, { site, today: signedIn?.today ?? "", bookableFrom });
  const trial = useTrial(patientId, wish, sessions);
  const book = useBookCourse(patientId, onBooked);
  const tried = sessions.map((session, index) => answerFor(session, trial.data?.sessions[index]));
  const mayOverride = role === "owner" || role === "manager";
  const course = handCourse({ tried, reasons, mayOverride });
  const isTaken = book.error instanceof ApiProblem && book.error.code === "taken";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { siteId, gapDays } = wish;
    const { places, override } = course;
    book.mutate({ siteId, gapDays, sessions: places, override }, { onError: () => void trial.refetch() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text>{courseByHand.lead}</Text>
        {sessions.map((session, index) => (
          <HandSessionFields
            key={index.toString()}
            ordinal={index + 1}
            session={session}
            tried={tried[index] ?? null}
            permittedFrom={trial.data?.permittedFrom ?? ""}
            gapDays={wish.gapDays}
            mayOverride={mayOverride}
            reasons={reasons}
            onChange={(changed) =>
              onType({ ...typed, sessions: sessions.map((one, at) => (at === index ? changed : one)) })
            }
            onReason={(key, reason) => onType({ ...typed, reasons: { ...reasons, [key]: reason } })}
          />
        ))}
        {mayOverride && course.goesPast > 0 && <Text c="dimmed">{courseByHand.kept}</Text>}
        {isTaken ? (
          <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={courseByHand.takenTitle}>
            {courseByHand.takenText}
          </Alert>
        ) : (
          <ProblemNote fault={trial.error ?? book.error} />
        )}
        <Group justify="space-between" wrap="wrap" gap={8}>
          <Text c="dimmed" aria-live="polite">
            {whyNot(course)}
          </Text>
          <Button type="submit" loading={book.isPending} disabled={!course.isWhole}>
            {courseByHand.book(sessions.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A question to the server, though it is a POST: nothing is booked by asking. */
function useTrial(
  patientId: string,
  { siteId, gapDays, practitionerId }: CourseWish,
  sessions: readonly HandSession[],
) {
  const body = { siteId, gapDays, practitionerId, sessions };
  return useQuery({
    queryKey: ["course-trial", patientId, body],
    queryFn: ({ signal }) =>
      api.post(`/api/patients/${patientId}/course-trials`, { schema: TriedCourseView, body, signal }),
    enabled: areWhole(sessions),
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
}

/** What was said of this day and hour; null where the last answer was about another. */
function answerFor({ day, start }: HandSession, tried: TriedSession | undefined): TriedSession | null {
  return tried && tried.day === day && tried.start === start ? tried : null;
}

function whyNot({ barred, isWhole }: ReturnType<typeof handCourse>): string {
  if (isWhole) return "";
  return barred.length > 0 ? courseByHand.notYet(barred) : courseByHand.needsReasons;
}
