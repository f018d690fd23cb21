import { type BookCourseBody, CourseView } from "@fibril/contract";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";

/** A whole course as it was suggested or placed; the server looks at it again, every session or none. */
export type BookedCourse = Pick<BookCourseBody, "siteId" | "gapDays" | "override"> & {
  readonly sessions: readonly BookedPlace[];
};

type BookedPlace = { readonly day: string; readonly start: string } & Omit<
  BookCourseBody["sessions"][number],
  "day" | "start"
>;

/** Books a whole course, and refreshes what shows it once it is booked. */
export function useBookCourse(patientId: string, onBooked: () => void) {
  const queryClient = useQueryClient();
  return useWrite({
    send: (booked: BookedCourse, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/courses`, { schema: CourseView, body: bodyOf(booked), idempotencyKey }),
    onDone: async (course) => {
      onBooked();
      notifications.show({ message: messages.course.booked(course.sessions.length) });
      await queryClient.invalidateQueries();
    },
  });
}

/** Without the names that were only for reading. */
function bodyOf({ siteId, gapDays, sessions, override }: BookedCourse) {
  return {
    siteId,
    gapDays,
    sessions: sessions.map(({ day, start, practitioner, prepRoom, treatmentRoom, device }) => ({
      day,
      start,
      practitioner,
      prepRoom,
      treatmentRoom,
      device,
    })),
    ...(override ? { override } : {}),
  };
}
