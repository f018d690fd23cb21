import type { TaskView } from "@fibril/contract";
import { Button, Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { dayTime } from "../../ui/day.tsx";
import { clockOf } from "./task-clock.ts";

interface Card {
  readonly task: TaskView;
  readonly onAcknowledge: () => void;
}

export function TaskCard({ task, onAcknowledge }: Card) {
  const { now, timeZone } = useClinicClock();
  const text = messages.recovery;
  return (
    <li className="fb-card fb-task" data-urgency={task.urgency} data-open={task.acknowledged === null}>
      <div>
        <Title order={3}>
          <Link className="fb-touch-link" to="/patients/$patientId" params={{ patientId: task.patientId }}>
            {task.patientName}
          </Link>
        </Title>
        <Text className="fb-task-kind">
          {text.flag(text.kinds[task.kind], text.urgencies[task.urgency].toLowerCase())}
        </Text>
        <Text>{task.summary}</Text>
        <Text size="sm" c="dimmed">
          {text.raised(dayTime(task.raisedAt, timeZone))}
          {task.escalatedAt && `. ${text.escalated(dayTime(task.escalatedAt, timeZone))}`}
        </Text>
      </div>
      {task.acknowledged ? (
        <div>
          <Text>{task.acknowledged.note}</Text>
          <Text size="sm" c="dimmed">
            {text.lookedAt(task.acknowledged.by, dayTime(task.acknowledged.at, timeZone))}
          </Text>
        </div>
      ) : (
        <Group gap={12}>
          <CountdownClock
            label={text.clock}
            labelOver={text.clockOver(dayTime(task.dueAt, timeZone))}
            {...clockOf(task)}
            now={now}
          />
          <Button h={48} onClick={onAcknowledge}>
            {text.acknowledge}
          </Button>
        </Group>
      )}
    </li>
  );
}
