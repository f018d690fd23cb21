import type { CourseView } from "@fibril/contract";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { AddToWaitlist, type WaitsFor } from "./add-to-waitlist.tsx";

interface Wait {
  readonly course: CourseView;
  readonly patientName: string;
}

/** From a course: wait for an earlier date of the next session, or for a date of one that has none. */
export function WaitForSession({ course, patientName }: Wait) {
  const [waits, setWaits] = useState<WaitsFor | null>(null);
  const next = course.sessions.find(
    ({ performedOn, visit }) =>
      performedOn === null && (visit === null || visit.state === "booked" || visit.state === "late"),
  );
  if (!next || course.state === "completed" || course.state === "abandoned") return null;
  const { ordinal, visit } = next;
  const isLate = visit !== null && next.window !== null && visit.day > next.window.to;
  const open = () =>
    setWaits({
      patientId: course.patientId,
      patientName,
      session: { courseId: course.id, ordinal, siteId: visit?.siteId ?? null },
      before: isLate ? null : (visit?.day ?? null),
    });
  return (
    <Group my={24}>
      <Button variant="default" className="fb-wrap-button" onClick={open}>
        {`${messages.waitlist.forCourse}: ${messages.waitlist.session(ordinal)}`}
      </Button>
      {waits && <AddToWaitlist waits={waits} onClose={() => setWaits(null)} />}
    </Group>
  );
}
