import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { CourseOrSearch } from "../features/course/course-or-search.tsx";
import { CourseOverview } from "../features/course/course-overview.tsx";
import { coursesQuery, patientNameQuery } from "../features/course/queries.ts";
import { useSeesClinical } from "../features/patient/use-may.ts";
import { DepthPlan } from "../features/session/depth-plan.tsx";
import { WaitForSession } from "../features/waitlist/wait-for-session.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { ReadMore } from "../ui/read-more.tsx";

export function CoursePage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId/course" });
  const name = useQuery(patientNameQuery(patientId));
  const seesClinical = useSeesClinical();
  const courses = useQuery(coursesQuery(patientId)).data?.courses ?? [];
  const open = courses.find(({ state }) => state === "planned" || state === "under-way");
  return (
    <>
      <PageHeader
        title={name.data ? messages.course.titleOf(name.data) : messages.course.title}
        tab={messages.patient.links.course}
        lead={
          <Link to="/patients/$patientId" params={{ patientId }}>
            {messages.course.backToPatient}
          </Link>
        }
      />
      <CourseOverview patientId={patientId} isDrawn />
      {open && <WaitForSession course={open} patientName={name.data ?? ""} />}
      {open && seesClinical && <DepthPlan key={open.id} courseId={open.id} />}
      <CourseOrSearch patientId={patientId} />
      <ReadMore reader="staff" pages={["your-course", "your-session", "other-treatments"]} />
    </>
  );
}
