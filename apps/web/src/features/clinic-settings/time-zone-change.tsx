import type { TimeZoneChangeView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";

const text = messages.clinicSettings;

interface Change {
  readonly foreseen: TimeZoneChangeView;
  readonly isBusy: boolean;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** What another time zone does, in words, before it is saved; where a promise can't be kept, why. */
export function TimeZoneChange({ foreseen, isBusy, onChange, onClose }: Change) {
  const { to, obstacles } = foreseen;
  const isPossible = obstacles.length === 0;
  return (
    <Dialog isOpen onClose={onClose} title={text.zoneTitle(to)}>
      <Stack gap={16}>
        {!isPossible && <Text role="alert">{text.zoneObstacles}</Text>}
        <ul className="fb-zone-change">
          {(isPossible ? sentencesOf(foreseen) : obstacles).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {messages.ui.cancel}
          </Button>
          {isPossible && (
            <Button loading={isBusy} onClick={onChange}>
              {text.zoneChange}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function sentencesOf({
  from,
  to,
  now,
  keeping,
  visits,
  over,
  patients,
  messages: waiting,
}: TimeZoneChangeView): readonly string[] {
  return [
    text.zoneClock(dayTime(now, to), dayTime(now, from)),
    text.zoneVisits(visits),
    ...(over > 0 ? [text.zoneOver(over)] : []),
    text.zonePast,
    ...(patients > 0 ? [text.zonePatients(patients)] : []),
    ...(waiting > 0 ? [text.zoneMessages(waiting)] : []),
    text.zoneTasks,
    ...keeping.map(({ name, timeZone }) => text.zoneKeeps(name, timeZone)),
  ];
}
