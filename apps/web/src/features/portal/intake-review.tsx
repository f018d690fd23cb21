import { type QuestionId, questions } from "@fibril/suitability";
import { Stack, Text, Title } from "@mantine/core";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { answerWords } from "./answer-words.ts";
import { answerOf, type IntakeAnswers, openQuestions, reviewOrder } from "./intake-answers.ts";
import type { Typed } from "./intake-typed.ts";

interface Review {
  readonly typed: Typed;
  readonly finishedAt: string | null;
  readonly onOpen: (question: QuestionId) => void;
}

/** Everything on one page; what has no answer comes first and looks like a gap, each "no" last. */
export function IntakeReview({ typed: { answers }, finishedAt, onOpen }: Review) {
  const text = messages.portal.forms;
  const { timeZone } = useClinicClock();
  const open = openQuestions(answers);
  const { toRead, no } = reviewOrder(answers);
  return (
    <Stack gap={12}>
      <Title order={2}>{text.review}</Title>
      <Text>{finishedAt ? text.sent(dayTime(finishedAt, timeZone)) : text.reviewText}</Text>
      {open.length > 0 && <Text fw={550}>{text.open(open.length)}</Text>}
      {toRead.length > 0 && <Answers {...{ answers, onOpen }} questionsOf={toRead} />}
      {no.length > 0 && (
        <section aria-labelledby="said-no">
          <Title order={3} id="said-no" mb={8}>
            {toRead.length === 0 ? text.allNo : text.restNo(no.length)}
          </Title>
          <Answers {...{ answers, onOpen }} questionsOf={no} isTight />
        </section>
      )}
    </Stack>
  );
}

interface Listed {
  readonly answers: IntakeAnswers;
  readonly questionsOf: readonly QuestionId[];
  readonly onOpen: (question: QuestionId) => void;
  /** One block instead of a card each. */
  readonly isTight?: boolean;
}

function Answers({ answers, questionsOf, onOpen, isTight = false }: Listed) {
  const text = messages.portal.forms;
  return (
    <ul className={isTight ? "fb-review fb-review-tight" : "fb-review"}>
      {questionsOf.map((question) => (
        <li key={question} data-open={answerOf(answers, question) === null}>
          <button type="button" onClick={() => onOpen(question)} aria-label={text.change(questions[question].ask)}>
            <span>{questions[question].ask}</span>
            <strong>{answerWords(answers, question)}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}
