import type { CourseSuggestionsView, CourseSuggestionView } from "@fibril/contract";
import { Button, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { CourseDates } from "./course-dates.tsx";
import { blockingWords, type CourseWish, offerFirstDay, offerRelaxation } from "./course-wish.ts";
import type { HandSession } from "./hand-days.ts";
import { termsInWords } from "./suggestion-terms.ts";

const { course } = messages;

interface SuggestedDays {
  /** Which suggestion it is, from 1. */
  readonly number: number;
  readonly sessions: readonly HandSession[];
}

interface Suggestions {
  readonly wish: CourseWish;
  readonly courses: readonly CourseSuggestionView[];
  readonly isBusy: boolean;
  readonly onBook: (suggestion: CourseSuggestionView) => void;
  /** A way to the same course on other days. */
  readonly otherDays: (suggested: SuggestedDays) => ReactNode;
}

export function Suggestions({ wish, courses, isBusy, onBook, otherDays }: Suggestions) {
  const days = courses.flatMap(({ sessions }) => sessions.map(({ day }) => day)).toSorted();
  const asked = { target: wish.gapDays.target, earliest: wish.earliest, hasPreferred: wish.preferred !== "any" };
  return (
    <Stack gap={12}>
      <div>
        <Title order={3}>{course.suggestions}</Title>
        <Text c="dimmed">{course.nothingBooked}</Text>
      </div>
      <ol className="fb-suggestions">
        {courses.map((suggestion, index) => (
          <li key={JSON.stringify(suggestion.sessions)} className="fb-card fb-suggestion">
            <div>
              <Text className="fb-suggestion-terms" fw={550}>
                {sentence(termsInWords(suggestion, asked))}
              </Text>
              <CourseDates
                days={suggestion.sessions.map(({ day }) => day)}
                from={days[0] ?? wish.earliest}
                to={days.at(-1) ?? wish.latest}
              />
              <ol className="fb-suggestion-days fb-number">
                {suggestion.sessions.map(({ day, start }) => (
                  <li key={day}>{`${dayText(day)}, ${start}`}</li>
                ))}
              </ol>
            </div>
            <Stack gap={8}>
              <Button
                variant={index === 0 ? "filled" : "default"}
                disabled={isBusy}
                aria-label={course.bookNamed(index + 1)}
                onClick={() => onBook(suggestion)}
              >
                {course.book}
              </Button>
              {otherDays({
                number: index + 1,
                sessions: suggestion.sessions.map(({ day, start }) => ({ day, start })),
              })}
            </Stack>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

interface Refused {
  readonly wish: CourseWish;
  readonly refusal: NonNullable<CourseSuggestionsView["refusal"]>;
  /** The first day on which treatment may begin. */
  readonly bookableFrom: string | null;
  readonly onRelax: (wish: CourseWish) => void;
}

/** Why there is no course, and the changes of the wish that would make one possible, each one press away. */
export function RefusedCourse({ wish, refusal, bookableFrom, onRelax }: Refused) {
  const firstDay = refusal.blocking.includes("notBefore") ? offerFirstDay(wish, bookableFrom) : null;
  const offers = [
    ...(firstDay ? [firstDay] : []),
    ...refusal.relaxations.flatMap((relaxation) => offerRelaxation(wish, relaxation) ?? []),
  ];
  const blocking = blockingWords(refusal.blocking);
  return (
    <Stack gap={12} className="fb-card" role="status">
      <Title order={3}>{course.refusedTitle}</Title>
      <Text>{course.refusedAt(refusal.session)}</Text>
      {blocking.length === 0 && <Text>{course.refusedByAll}</Text>}
      {blocking.length > 0 && (
        <div>
          <Text c="dimmed">{course.refusedBy}</Text>
          <ul>
            {blocking.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {offers.length > 0 && (
        <Stack gap={8} align="flex-start">
          <Text c="dimmed">{course.relaxTitle}</Text>
          {offers.map((offer) => (
            <Button key={offer.words} variant="default" onClick={() => onRelax(offer.wish)}>
              {offer.words}
            </Button>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function sentence(parts: readonly string[]): string {
  const joined = parts.join(", ");
  return `${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}`;
}
