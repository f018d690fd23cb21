import "./self-booking.css";
import type { HoldView } from "@fibril/contract";
import { Button, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { dayText } from "../../ui/day.tsx";
import type { Held } from "./booking-draft.ts";

const text = messages.selfBooking.held;

/** The time that is kept, how long it still is, and the way to another one. */
export function HeldTime({ held, onChange }: { readonly held: Held; readonly onChange: () => void }) {
  const { hold, toldAt } = held;
  return (
    <section className="fb-book-held" aria-label={text.label}>
      <Text fw={600} className="fb-number">
        {whenOf(hold)}
      </Text>
      <CountdownClock label={text.runs} startedAt={toldAt} minutes={hold.secondsLeft / 60} />
      <div>
        <Button variant="subtle" size="compact-md" onClick={onChange}>
          {text.change}
        </Button>
      </div>
    </section>
  );
}

function whenOf({ day, start, end, siteName }: HoldView): string {
  return text.when(dayText(day), start, end, siteName);
}
