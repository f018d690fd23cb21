import type { TaskView } from "@fibril/contract";
import { describe, expect, it } from "vitest";
import { clockOf, inOrderOfHaste } from "./task-clock.ts";

function task(id: string, dueAt: string, acknowledgedAt: string | null = null): TaskView {
  const acknowledged = acknowledgedAt ? { by: "Dr Nair", at: acknowledgedAt, note: "Called." } : null;
  return { id, raisedAt: "2026-11-25T09:00:00Z", dueAt, acknowledged } as TaskView;
}

describe("red flags", () => {
  it("run from when they were raised to when somebody must have looked", () => {
    expect(clockOf(task("a", "2026-11-25T11:00:00Z"))).toEqual({
      startedAt: Date.parse("2026-11-25T09:00:00Z"),
      minutes: 120,
    });
  });

  it("stand with the soonest due first, those looked at apart", () => {
    const { open, done } = inOrderOfHaste([
      task("later", "2026-11-26T09:00:00Z"),
      task("seen", "2026-11-25T09:15:00Z", "2026-11-25T09:10:00Z"),
      task("soon", "2026-11-25T09:15:00Z"),
    ]);
    expect([open.map(({ id }) => id), done.map(({ id }) => id)]).toEqual([["soon", "later"], ["seen"]]);
  });
});
