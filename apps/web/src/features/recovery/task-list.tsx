import "./recovery.css";
import type { TaskView } from "@fibril/contract";
import { Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AcknowledgeTask } from "./acknowledge-task.tsx";
import { TaskCard } from "./task-card.tsx";
import { inOrderOfHaste } from "./task-clock.ts";
import { tasksQuery } from "./task-queries.ts";

interface List {
  /** `open`: what nobody has looked at yet, nothing where there is none; `all`: those looked at too. */
  readonly shows: "open" | "all";
}

export function TaskList({ shows }: List) {
  const tasks = useQuery(tasksQuery);
  const [acknowledging, setAcknowledging] = useState<TaskView | null>(null);
  const text = messages.recovery;
  switch (tasks.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.tasks} fault={tasks.error} retry={() => void tasks.refetch()} />;
    case "success": {
      const { open, done } = inOrderOfHaste(tasks.data.tasks);
      if (open.length === 0 && shows === "open") return null;
      return (
        <Stack gap={20} mb={24}>
          {open.length === 0 ? (
            <EmptyState title={text.noTasks} text={text.noTasksText} />
          ) : (
            <Cards title={text.tasks} tasks={open} onAcknowledge={setAcknowledging} />
          )}
          {shows === "all" && done.length > 0 && (
            <Cards title={text.done} tasks={done} onAcknowledge={setAcknowledging} />
          )}
          <AcknowledgeTask task={acknowledging} onClose={() => setAcknowledging(null)} />
        </Stack>
      );
    }
  }
}

interface CardsOf {
  readonly title: string;
  readonly tasks: readonly TaskView[];
  readonly onAcknowledge: (task: TaskView) => void;
}

function Cards({ title, tasks, onAcknowledge }: CardsOf) {
  return (
    <section>
      <Title order={2} mb={8}>
        {title}
      </Title>
      <ul className="fb-tasks">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} onAcknowledge={() => onAcknowledge(task)} />
        ))}
      </ul>
    </section>
  );
}
