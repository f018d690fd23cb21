import { type QuestionId, questionIds, questions } from "@fibril/suitability";
import { Stack, Text, Title } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { answerWords } from "./answer-words.ts";
import { answerOf, openQuestions } from "./intake-answers.ts";
import type { Typed } from "./intake-typed.ts";

interface Review {
  readonly typed: Typed;
  readonly finishedAt: string | null;
  readonly onOpen: (question: QuestionId) => void;
}

/** Everything on one page; what has no answer comes first and looks like a gap. */
export function IntakeReview({ typed: { answers }, finishedAt, onOpen }: Review) {
  const text = messages.portal.forms;
  const { timeZone } = useClinicClock();
  const open = openQuestions(answers);
  const ordered = [...open, ...questionIds.filter((id) => !open.includes(id))];
  return (
    <Stack gap={12}>
      <Title order={2}>{text.review}</Title>
      <Text>{finishedAt ? text.sent(dayTime(finishedAt, timeZone)) : text.reviewText}</Text>
      {open.length > 0 && <Text fw={550}>{text.open(open.length)}</Text>}
      <ul className="fb-review">
        {ordered.map((question) => (
          <li key={question} data-open={answerOf(answers, question) === null}>
            <button type="button" onClick={() => onOpen(question)} aria-label={text.change(questions[question].ask)}>
              <span>{questions[question].ask}</span>
              <strong>{answerWords(answers, question)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
