import { detailsOf, type Question, type QuestionId, questions } from "@fibril/suitability";
import { Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { messages } from "../../messages/index.ts";
import { type Answers, type AnswerWord, answerOf, withAnswer, withDetail } from "./answers-model.ts";
import { DetailFields } from "./detail-field.tsx";
import { Segments } from "./segments.tsx";

const text = messages.consultation;
const keys: Readonly<Record<string, AnswerWord | null>> = { y: "yes", n: "no", d: "unknown", x: null };

interface Field {
  readonly question: QuestionId;
  readonly answers: Answers;
  readonly today: string;
  readonly isDisabled: boolean;
  readonly issues: readonly string[];
  readonly onChange: (answers: Answers) => void;
  /** Goes to the next question that was not asked. */
  readonly onNext: (answers: Answers) => void;
}

export function questionElementId(question: string): string {
  return `question-${question}`;
}

/** One question: yes, no, don't know, or not asked; the details of a yes below it. */
export function QuestionField({ question, answers, today, isDisabled, issues, onChange, onNext }: Field) {
  const { ask, why }: Question = questions[question];
  const given = answerOf(answers, question);
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "j") return onNext(answers);
    const word = keys[key];
    if (word === undefined || isDisabled) return;
    event.preventDefault();
    const next = withAnswer(answers, question, word);
    onChange(next);
    if (word === "no" || word === "unknown") onNext(next);
  };
  return (
    <fieldset id={questionElementId(question)} className="fb-question" tabIndex={-1} onKeyDown={press}>
      <legend>{ask}</legend>
      <details>
        <summary>{text.why}</summary>
        {why}
      </details>
      <Segments
        label={ask}
        options={[
          { value: "yes", label: text.answers.yes },
          { value: "no", label: text.answers.no },
          { value: "unknown", label: text.answers.unknown },
        ]}
        gapLabel={text.answers.none}
        value={given?.answer ?? null}
        isDisabled={isDisabled}
        onChoose={(word) => onChange(withAnswer(answers, question, word))}
      />
      {given?.answer === "yes" && Object.keys(detailsOf(question)).length > 0 && (
        <div className="fb-question-details">
          <DetailFields
            details={detailsOf(question)}
            given={given}
            today={today}
            isDisabled={isDisabled}
            onChange={(name, value) => onChange(withDetail(answers, question, name, value))}
          />
        </div>
      )}
      {issues.map((issue) => (
        <Text key={issue} role="alert" size="sm" c="var(--fb-stop)" mt={8}>
          {issue}
        </Text>
      ))}
    </fieldset>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
