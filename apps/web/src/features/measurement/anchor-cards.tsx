import type { Scale } from "@fibril/measurement";
import { Radio } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { anchoredValues } from "./scale-choice.ts";

interface Cards {
  readonly scale: Scale;
  readonly anchors: NonNullable<Scale["anchors"]>;
  readonly help: string;
  readonly value: number | null;
  readonly issue: string | null;
  readonly onChange: (value: number) => void;
}

/** The words of each score as a card to tap; scores between two worded ones are their number alone. */
export function AnchorCards({ scale, anchors, help, value, issue, onChange }: Cards) {
  return (
    <Radio.Group
      label={messages.measurement.value}
      description={help}
      error={issue}
      value={value === null ? "" : String(value)}
      onChange={(next) => onChange(Number(next))}
    >
      <div className="fb-anchors">
        {anchoredValues(scale).map((score) => (
          <Radio.Card key={score} className="fb-anchor" value={String(score)}>
            <Radio.Indicator />
            <strong className="fb-number">{score}</strong>
            <span>{anchors[score]}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
