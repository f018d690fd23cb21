import { stopOf, stopReasons } from "@fibril/session";
import { Textarea } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import type { StepOf } from "./step-of.ts";

const scores = Array.from({ length: 11 }, (_, score) => ({ value: score, label: String(score) }));

export function EndingStep({ record, change, missing }: StepOf) {
  const text = messages.session;
  const stop = stopOf(record);
  return (
    <StepCard step="ending" missing={missing}>
      <Choice
        legend={text.painScore}
        options={scores}
        isScale
        chosen={record.painScore === null ? [] : [record.painScore]}
        onChoose={(painScore) => change({ do: "score-pain", painScore })}
      />
      <Choice
        legend={text.stoppedEarly}
        options={[
          { value: "no", label: text.finished },
          ...stopReasons.map((reason) => ({ value: reason, label: text.stopReasons[reason] })),
        ]}
        chosen={record.stoppedEarly === null ? [] : [stop?.reason ?? "no"]}
        onChoose={(value) => {
          const reason = stopReasons.find((known) => known === value);
          change({ do: "stop-early", stoppedEarly: reason ? { reason, note: stop?.note ?? "" } : "no" });
        }}
      />
      {stop && (
        <Textarea
          label={text.stoppedNote}
          autosize
          minRows={2}
          value={stop.note}
          onChange={({ currentTarget: { value } }) =>
            change({ do: "stop-early", stoppedEarly: { ...stop, note: value } })
          }
        />
      )}
      <Textarea
        label={text.note}
        autosize
        minRows={2}
        value={record.note}
        onChange={({ currentTarget: { value } }) => change({ do: "write-note", note: value })}
      />
    </StepCard>
  );
}
