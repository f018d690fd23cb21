import type { EmergencyWeekView } from "@fibril/contract";
import { type PoseId, poses } from "@fibril/measurement";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { DayTime, dayText, dayTime } from "../../ui/day.tsx";
import { ReviewWeek } from "./review-week.tsx";

const text = messages.audit.emergency;
type Use = EmergencyWeekView["uses"][number];

/** One week: each use with what was looked at, and who has looked through it since. */
export function EmergencyWeek({ week }: { readonly week: EmergencyWeekView }) {
  const [isReviewing, setIsReviewing] = useState(false);
  const { timeZone } = useClinicClock();
  const { weekStartsOn, weekEndsOn, state, uses, reviews } = week;
  return (
    <li className="fb-card">
      <Stack gap={12}>
        <Group justify="space-between" gap={8}>
          <Title order={3}>{text.week(dayText(weekStartsOn), dayText(weekEndsOn))}</Title>
          <Text fw={600} c={state === "to-review" ? "var(--fb-adapt)" : "dimmed"}>
            {text.states[state]}
          </Text>
        </Group>
        <ul className="fb-audit-uses">
          {uses.map((use) => (
            <OneUse key={use.id} use={use} />
          ))}
        </ul>
        {reviews.map(({ id, by, note, ownUse, at }) => (
          <div key={id}>
            <Text>{note}</Text>
            <Text size="sm" c="dimmed">
              {text.reviewedBy(by, dayTime(at, timeZone))}
              {ownUse && ` ${text.ownUse}`}
            </Text>
          </div>
        ))}
        {state !== "under-way" && (
          <Group>
            <Button variant={state === "to-review" ? "filled" : "default"} h={44} onClick={() => setIsReviewing(true)}>
              {state === "to-review" ? text.review : text.reviewAgain}
            </Button>
          </Group>
        )}
      </Stack>
      <ReviewWeek week={week} isOpen={isReviewing} onClose={() => setIsReviewing(false)} />
    </li>
  );
}

function OneUse({ use }: { readonly use: Use }) {
  const { by, patientName, patientNumber, reason, openedAt, minutes, opened } = use;
  return (
    <li>
      <Text fw={600}>{text.use(by, patientName, patientNumber)}</Text>
      <Text size="sm">
        <DayTime instant={openedAt} /> {text.howLong(minutes)}
      </Text>
      <Text>{text.reason(reason)}</Text>
      <Text>{opened.length === 0 ? text.nothingOpened : text.opened(opened.map(lookWords).join("; "))}</Text>
    </li>
  );
}

function lookWords({ pose, takenOn, looks }: Use["opened"][number]): string {
  const label = Object.hasOwn(poses, pose) ? poses[pose as PoseId].label : pose;
  return text.look(label, dayText(takenOn), looks);
}
