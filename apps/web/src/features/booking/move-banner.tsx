import type { LegalStartsView, VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { visitKind } from "./calendar-columns.ts";
import { limitsInWords } from "./legal-words.ts";
import { WeekStrip } from "./week-strip.tsx";

const { booking } = messages;

interface Banner {
  readonly visit: VisitView;
  readonly legal: LegalStartsView | undefined;
  readonly day: string;
  /** What the aim means, read aloud whenever it changes. */
  readonly said: string;
  readonly onTurnTo: (day: string) => void;
  readonly onLetGo: () => void;
}

/** Over the calendar while a visit is in hand: which one, its limits in words, and the days it may go to. */
export function MoveBanner({ visit, legal, day, said, onTurnTo, onLetGo }: Banner) {
  const [place] = useState(() => placeAwayFrom(visit.id));
  return (
    <Stack
      className="fb-move-banner"
      gap={8}
      role="group"
      aria-label={booking.inHand(visitKind(visit), visit.patientName)}
      data-over-calendar
      data-edge={place.edge}
      style={place.edge === "top" ? { top: place.top } : {}}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600}>{booking.inHand(visitKind(visit), visit.patientName)}</Text>
          {legal && limitsInWords(legal).map((words) => <Text key={words}>{words}</Text>)}
          <Text className="fb-move-how" c="dimmed">
            {booking.inHandHow}
          </Text>
        </div>
        <Button className="fb-move-let-go" variant="default" onClick={onLetGo}>
          {booking.letGo}
        </Button>
      </Group>
      {legal ? <WeekStrip legal={legal} day={day} onChoose={onTurnTo} /> : <Text>{booking.lookingForStarts}</Text>}
      <p className="fb-move-said fb-number" aria-live="assertive">
        {legal ? said : ""}
      </p>
    </Stack>
  );
}

/** Laid over the edge that is farther from the visit, so that nothing moves or hides under the finger that took it. */
function placeAwayFrom(visitId: string): { readonly edge: "top" | "bottom"; readonly top: number } {
  const taken = document.querySelector(`[data-movable-visit="${visitId}"]`)?.getBoundingClientRect();
  const isLow = taken !== undefined && taken.top > window.innerHeight / 2;
  return { edge: isLow ? "top" : "bottom", top: document.querySelector("header")?.getBoundingClientRect().bottom ?? 0 };
}
