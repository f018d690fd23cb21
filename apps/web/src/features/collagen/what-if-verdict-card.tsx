import type { Bands } from "@fibril/collagen";
import { Slider, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { messages } from "../../messages/index.ts";
import type { WhatIfBands } from "../../workers/collagen-questions.ts";
import { apartStretches, compareOn, type DayComparison } from "./what-if-verdict.ts";

const text = messages.collagen.whatIf;

interface Card {
  readonly bands: WhatIfBands;
  readonly quantity: keyof Bands;
  /** Which of the days drawn is compared. */
  readonly index: number;
  readonly onDay: (day: number) => void;
}

/** In words whether the two can be told apart; never which of them to choose. */
export function WhatIfVerdictCard({ bands, quantity, index, onDay }: Card) {
  const compared = compareOn(bands, quantity, index);
  const stretches = apartStretches(bands, quantity);
  return (
    <section className="fb-card fb-what-if-verdict" aria-label={text.resultTitle}>
      <div role="status">
        <Title order={2} size="h3" mb={4}>
          {compared.verdict === "can't be told apart"
            ? `${text.dayTitle(compared.day)}: ${text.apart}`
            : text.dayTitle(compared.day)}
        </Title>
        <Text>{sentenceOf(compared)}</Text>
        {compared.verdict !== "the same" && (
          <Text c="dimmed">{stretches.length === 0 ? text.neverApart : text.apartOn(stretches)}</Text>
        )}
      </div>
      <DaySlider key={compared.day} days={bands.days} index={index} onDay={onDay} />
    </section>
  );
}

function sentenceOf(compared: DayComparison): string {
  switch (compared.verdict) {
    case "the same":
      return text.same;
    case "differs in the model":
      return text.differs(compared);
    case "can't be told apart": {
      const holdsZero = compared.p5 <= 0 && compared.p95 >= 0;
      return `${text.notApart(compared)} ${holdsZero ? text.holdsZero : text.narrower}`;
    }
    default:
      return compared.verdict satisfies never;
  }
}

interface Days {
  readonly days: readonly number[];
  readonly index: number;
  readonly onDay: (day: number) => void;
}

function DaySlider({ days, index, onDay }: Days) {
  const [at, setAt] = useState(index);
  useEffect(() => setAt(index), [index]);
  return (
    <div className="fb-limited">
      <span>{`${text.compareDay} ${days[at] ?? 0}`}</span>
      <Slider
        value={at}
        min={0}
        max={days.length - 1}
        label={null}
        thumbLabel={text.compareDay}
        onChange={setAt}
        onChangeEnd={(chosen) => onDay(days[chosen] ?? 0)}
      />
    </div>
  );
}
