import { Textarea } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import type { StepOf } from "./step-of.ts";

export function SinceLastTimeStep({ record, change, missing }: StepOf) {
  const text = messages.session;
  const answer = record.sinceLastTime;
  return (
    <StepCard step="sinceLastTime" missing={missing}>
      <Choice
        legend={text.changedQuestion}
        options={[
          { value: "no", label: text.no },
          { value: "yes", label: text.yes },
        ]}
        chosen={answer ? [answer.changed] : []}
        onChoose={(changed) => change({ do: "answer-since-last-time", answer: { changed, note: answer?.note ?? "" } })}
      />
      {answer?.changed === "yes" && (
        <Textarea
          label={text.changedNote}
          autosize
          minRows={2}
          value={answer.note}
          onChange={({ currentTarget: { value } }) =>
            change({ do: "answer-since-last-time", answer: { changed: "yes", note: value } })
          }
        />
      )}
    </StepCard>
  );
}
