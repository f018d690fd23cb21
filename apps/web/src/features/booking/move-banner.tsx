import type { LegalStartsView, VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
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

/** Above the calendar while a visit is in hand: which one, its limits in words, and the days it may go to. */
export function MoveBanner({ visit, legal, day, said, onTurnTo, onLetGo }: Banner) {
  return (
    <Stack
      className="fb-move-banner"
      gap={8}
      role="group"
      aria-label={booking.inHand(visitKind(visit), visit.patientName)}
    >
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{booking.inHand(visitKind(visit), visit.patientName)}</Text>
          {legal && limitsInWords(legal).map((words) => <Text key={words}>{words}</Text>)}
          <Text c="dimmed">{booking.inHandHow}</Text>
        </div>
        <Button variant="default" onClick={onLetGo}>
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
