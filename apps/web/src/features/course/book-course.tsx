import "./course.css";
import { type ClinicSetUpView, CourseSuggestionsView, type CourseSuggestionView } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import { Alert, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { type CourseWish, firstWish, wishBody } from "./course-wish.ts";
import { PlaceByHand } from "./place-by-hand.tsx";
import { bookableFromQuery, courseSetUpQuery } from "./queries.ts";
import { RefusedCourse, Suggestions } from "./suggestions.tsx";
import { useBookCourse } from "./use-book-course.ts";
import { WishForm } from "./wish-form.tsx";

const { course } = messages;

/** Searches whole courses for one patient and books one of them, every session or none. */
export function BookCourse({ patientId }: { readonly patientId: string }) {
  const setUp = useQuery(courseSetUpQuery);
  const { data: signedIn } = useQuery(signInQuery);
  if (setUp.isError)
    return <LoadFailed what={messages.booking.setUp} fault={setUp.error} retry={() => void setUp.refetch()} />;
  if (!setUp.data || !signedIn) return <Loading />;
  return <SearchCourse patientId={patientId} setUp={setUp.data} today={signedIn.today} />;
}

/** The places in the course that can't be had any more, as the refusal names them: from 1. */
function lostSessions(issues: readonly InputIssue[]): readonly number[] {
  return issues.flatMap(({ path }) => {
    const index = /^sessions\.(\d+)$/.exec(path)?.[1];
    return index === undefined ? [] : [Number(index) + 1];
  });
}

interface Search {
  readonly patientId: string;
  readonly setUp: ClinicSetUpView;
  readonly today: string;
}

function SearchCourse({ patientId, setUp, today }: Search) {
  const draft = useDraft(`course-wish.${patientId}`, firstWish(setUp.sites[0]?.id ?? "", today));
  const wish = draft.value;
  const [found, setFound] = useState<CourseSuggestionsView | null>(null);
  const [lost, setLost] = useState<readonly number[] | null>(null);
  const firstDay = useQuery(bookableFromQuery(patientId));
  const ask = useWrite({
    send: (asked: CourseWish, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/course-suggestions`, {
        schema: CourseSuggestionsView,
        body: wishBody(asked),
        idempotencyKey,
      }),
    onDone: setFound,
  });
  const book = useBookCourse(patientId, draft.clear);
  const search = (asked: CourseWish) => {
    setLost(null);
    book.reset();
    ask.mutate(asked);
  };
  const { siteId, gapDays } = wish;
  const choose = ({ sessions }: CourseSuggestionView) =>
    book.mutate(
      { siteId, gapDays, sessions },
      {
        onError: (fault) => {
          if (!(fault instanceof ApiProblem) || fault.code !== "taken") return;
          setLost(lostSessions(fault.issues));
          const fresh = CourseSuggestionsView.safeParse(fault.current);
          if (fresh.success) setFound(fresh.data);
          else ask.mutate(wish);
        },
      },
    );
  const byHand = { patientId, wish, setUp, onBooked: draft.clear };
  return (
    <div className="fb-book-course">
      <WishForm
        wish={wish}
        setUp={setUp}
        isBusy={ask.isPending}
        isNextStep={!found || found.courses.length === 0}
        onChange={draft.change}
        onAsk={() => search(wish)}
      />
      <Stack gap={16} aria-live="polite">
        {ask.isPending && <Loading what={course.searching} />}
        {lost && (
          <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={course.takenTitle}>
            {course.takenText(lost)}
          </Alert>
        )}
        <ProblemNote fault={ask.error ?? (lost ? null : book.error)} />
        {found && found.courses.length > 0 && (
          <Suggestions
            wish={wish}
            courses={found.courses}
            isBusy={book.isPending}
            onBook={choose}
            otherDays={(suggested) => <PlaceByHand key={JSON.stringify(suggested)} {...byHand} suggested={suggested} />}
          />
        )}
        {found?.refusal && (
          <RefusedCourse
            wish={wish}
            refusal={found.refusal}
            bookableFrom={firstDay.data ?? null}
            onRelax={(relaxed) => {
              draft.change(relaxed);
              search(relaxed);
            }}
          />
        )}
        <Group gap={12}>
          <PlaceByHand key={JSON.stringify(wish)} {...byHand} />
          <Text c="dimmed">{messages.courseByHand.openText}</Text>
        </Group>
      </Stack>
    </div>
  );
}
