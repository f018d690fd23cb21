import type { MyIntakeView } from "@fibril/contract";
import { type Concern, questions } from "@fibril/suitability";
import { Button, Stack, Text, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { answerWords } from "./answer-words.ts";
import { differing } from "./intake-answers.ts";
import type { Typed } from "./intake-typed.ts";

interface Conflict {
  readonly mine: Typed;
  readonly theirs: MyIntakeView;
  readonly onSettle: (settled: Typed) => void;
}

/** Both versions side by side; the person says which one holds. */
export function IntakeConflict({ mine, theirs, onSettle }: Conflict) {
  const text = messages.portal.forms;
  const rows = differing(mine.answers, theirs.answers).map((question) => ({
    key: question as string,
    ask: questions[question].ask as string,
    mine: answerWords(mine.answers, question),
    theirs: answerWords(theirs.answers, question),
  }));
  const wishes = {
    key: "concerns",
    ask: text.concernsName,
    mine: named(mine.concerns),
    theirs: named(theirs.concerns),
  };
  const shown = wishes.mine === wishes.theirs ? rows : [wishes, ...rows];
  const { version } = theirs;
  return (
    <Stack gap={16} className="fb-card" role="alert">
      <Title order={2}>{text.conflictTitle}</Title>
      <Text>{text.conflictText}</Text>
      {shown.map((row) => (
        <section key={row.key}>
          <Title order={3}>{row.ask}</Title>
          <dl className="fb-versions">
            <div>
              <dt>{text.mine}</dt>
              <dd>{row.mine}</dd>
            </div>
            <div>
              <dt>{text.theirs}</dt>
              <dd>{row.theirs}</dd>
            </div>
          </dl>
        </section>
      ))}
      <Button h={48} onClick={() => onSettle({ ...mine, version })}>
        {text.keepMine}
      </Button>
      <Button
        h={48}
        variant="default"
        onClick={() => onSettle({ version, answers: theirs.answers, concerns: theirs.concerns })}
      >
        {text.takeTheirs}
      </Button>
    </Stack>
  );
}

function named(concerns: readonly Concern[]): string {
  const text = messages.portal.forms;
  return concerns.length === 0 ? text.nothing : concerns.map((concern) => text.concerns[concern]).join(", ");
}
