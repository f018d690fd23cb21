import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { BookCourse } from "./book-course.tsx";
import { coursesQuery } from "./queries.ts";
import { isOpen } from "./session-words.ts";

/** The search, unless a course is open: a patient has one at a time. */
export function CourseOrSearch({ patientId }: { readonly patientId: string }) {
  const courses = useQuery(coursesQuery(patientId));
  if (!courses.data || courses.data.courses.some(isOpen)) return null;
  return (
    <section aria-labelledby="book-course">
      <Title order={2} id="book-course" mt={32} mb={16}>
        {messages.course.search}
      </Title>
      <BookCourse patientId={patientId} />
    </section>
  );
}
