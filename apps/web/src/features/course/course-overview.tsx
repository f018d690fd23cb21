import "./course.css";
import type { CourseView } from "@fibril/contract";
import { Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { CourseTimeline } from "../../ui/course-timeline.tsx";
import { dayText, dayTime } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { coursePicture } from "./course-picture.ts";
import { CourseSessions } from "./course-sessions.tsx";
import { EndCourse } from "./end-course.tsx";
import { Maintenance } from "./maintenance.tsx";
import { coursesQuery } from "./queries.ts";
import { doneCount, isOpen, stoppedCount } from "./session-words.ts";

const { course } = messages;

interface Overview {
  readonly patientId: string;
  /** False where the patient's whole timeline stands below. */
  readonly isDrawn: boolean;
}

/** Every course of one patient: its sessions and their windows, how it ended, and its maintenance. */
export function CourseOverview({ patientId, isDrawn }: Overview) {
  const courses = useQuery(coursesQuery(patientId));
  switch (courses.status) {
    case "pending":
      return <Loading what={course.loadingCourses} />;
    case "error":
      return <LoadFailed what={course.loading} fault={courses.error} retry={() => void courses.refetch()} />;
    case "success":
      if (courses.data.courses.length === 0) return <EmptyState title={course.none} text={course.noneText} />;
      return (
        <Stack gap={16}>
          {courses.data.courses.map((one) => (
            <OneCourse key={one.id} of={one} isDrawn={isDrawn} />
          ))}
        </Stack>
      );
    default:
      return courses satisfies never;
  }
}

function OneCourse({ of, isDrawn }: { readonly of: CourseView; readonly isDrawn: boolean }) {
  const { data: signedIn } = useQuery(signInQuery);
  const role = signedIn?.membership.role;
  const areas: Readonly<Record<string, string>> = course.areaOf;
  return (
    <Stack component="article" className="fb-card" gap={12} aria-label={course.title}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {areas[of.area] ?? of.area}, {course.states[of.state]}
        </Title>
        <Text c="dimmed">{course.plannedOn(dayText(of.plannedAt))}</Text>
      </Group>
      <Text>{course.progress(doneCount(of), of.plannedSessions, stoppedCount(of))}</Text>
      {of.abandonedReason && <Text>{endedWords(of, signedIn?.clinic.timeZone ?? "UTC")}</Text>}
      {signedIn && isDrawn && <CourseTimeline {...coursePicture(of, signedIn.today)} lanes={["session"]} />}
      <CourseSessions of={of} opensRecords={role === "practitioner" || role === "owner"} />
      <Maintenance of={of} />
      {isOpen(of) && role === "practitioner" && <EndCourse of={of} />}
    </Stack>
  );
}

function endedWords({ abandonedReason, abandonedBy, abandonedAt }: CourseView, timeZone: string): string {
  const reason = abandonedReason ?? "";
  return abandonedBy && abandonedAt
    ? course.abandonedBy(reason, abandonedBy, dayTime(abandonedAt, timeZone))
    : course.abandoned(reason);
}
