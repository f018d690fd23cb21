import type { TaskView } from "@fibril/contract";

/** When the clock of a task began and how many minutes it runs. */
export function clockOf({ raisedAt, dueAt }: Pick<TaskView, "raisedAt" | "dueAt">) {
  const startedAt = Date.parse(raisedAt);
  return { startedAt, minutes: Math.max(1, Math.round((Date.parse(dueAt) - startedAt) / 60_000)) };
}

/** The open ones by when they are due; those looked at afterwards, the newest first. */
export function inOrderOfHaste(tasks: readonly TaskView[]): {
  readonly open: readonly TaskView[];
  readonly done: readonly TaskView[];
} {
  const open = tasks.filter(({ acknowledged }) => acknowledged === null);
  const done = tasks.filter(({ acknowledged }) => acknowledged !== null);
  return {
    open: open.toSorted((left, right) => Date.parse(left.dueAt) - Date.parse(right.dueAt)),
    done: done.toSorted(
      (left, right) => Date.parse(right.acknowledged?.at ?? "") - Date.parse(left.acknowledged?.at ?? ""),
    ),
  };
}
