import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { CourseOrSearch } from "../features/course/course-or-search.tsx";
import { CourseOverview } from "../features/course/course-overview.tsx";
import { patientNameQuery } from "../features/course/queries.ts";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function CoursePage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/course" });
  const name = useQuery(patientNameQuery(patientId));
  return (
    <>
      <PageHeader
        title={name.data ? messages.course.titleOf(name.data) : messages.course.title}
        lead={
          <Link to="/patients/$patientId" params={{ patientId }}>
            {messages.course.backToPatient}
          </Link>
        }
      />
      <CourseOverview patientId={patientId} />
      <CourseOrSearch patientId={patientId} />
    </>
  );
}
