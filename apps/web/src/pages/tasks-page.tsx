import { TaskList } from "../features/recovery/task-list.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function TasksPage() {
  return (
    <>
      <PageHeader title={messages.recovery.tasksTitle} />
      <TaskList shows="all" />
    </>
  );
}
