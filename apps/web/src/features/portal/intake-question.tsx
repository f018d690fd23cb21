import { detailsOf, type QuestionId, questionIds, questions } from "@fibril/suitability";
import { Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { ChoiceCards } from "./choice-cards.tsx";
import { answerOf, entriesOf, givenOf, type IntakeAnswers, withAnswer, withDetail } from "./intake-answers.ts";
import { IntakeDetail } from "./intake-detail.tsx";
import { IntakeEntries } from "./intake-entries.tsx";

interface Asked {
  readonly question: QuestionId;
  readonly position: number;
  readonly answers: IntakeAnswers;
  readonly today: string;
  readonly fault: Error | null;
  readonly onChange: (answers: IntakeAnswers) => void;
}

const words = ["yes", "no", "unknown"] as const;

export function IntakeQuestion({ question, position, answers, today, fault, onChange }: Asked) {
  const text = messages.portal.forms;
  const { ask, why } = questions[question];
  const answer = answerOf(answers, question);
  const details = detailsOf(question);
  const given = givenOf(answers, question);
  const change = (name: string) => (value: unknown) =>
    onChange({ ...answers, [question]: withDetail(given, details, { name, value }) });
  return (
    <Stack gap={16}>
      <Text size="sm" c="dimmed">
        {text.question(position, questionIds.length)}
      </Text>
      <ChoiceCards
        label={ask}
        isLarge
        description={`${text.why} ${why}`}
        value={answer}
        options={words.map((value) => ({ value, label: text.answers[value] }))}
        onChange={(value) => onChange(withAnswer(answers, question, value as (typeof words)[number]))}
      />
      {answer === "yes" &&
        Object.entries(details).map(([name, detail]) => {
          const shared = { path: `answers.${question}.${name}`, today, fault, onChange: change(name) };
          return detail.kind === "list" ? (
            <IntakeEntries key={name} detail={detail} entries={entriesOf(given, name)} {...shared} />
          ) : (
            <IntakeDetail key={name} name={name} detail={detail} given={given} {...shared} />
          );
        })}
    </Stack>
  );
}
