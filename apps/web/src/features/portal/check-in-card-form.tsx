import type { CheckInCard } from "@fibril/recovery";
import { Button, Radio, Title } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { SignsGiven } from "./check-in-answers.ts";

interface Card {
  readonly card: CheckInCard;
  readonly given: SignsGiven;
  readonly onChange: (given: SignsGiven) => void;
  readonly onNone: () => void;
}

export function CheckInCardForm({ card, given, onChange, onNone }: Card) {
  return (
    <section className="fb-card fb-signs">
      <Title order={2}>{card.ask}</Title>
      <Button variant="default" h={52} fullWidth onClick={onNone}>
        {messages.portal.checkIn.none}
      </Button>
      {card.questions.map(({ sign, ask, options }) => (
        <Radio.Group
          key={sign}
          label={ask}
          value={given[sign] ?? null}
          onChange={(value) => onChange({ ...given, [sign]: value })}
          classNames={{ label: "fb-detail-ask" }}
        >
          <div className="fb-sign-options">
            {options.map(({ value, label }) => (
              <Radio.Card key={value} value={value} className="fb-choice-card">
                <Radio.Indicator />
                <span>{label}</span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      ))}
    </section>
  );
}
