import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useClinicClock } from "../api/clinic-clock.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { EmergencyNotice } from "../features/audit/emergency-notice.tsx";
import { ClinicDay } from "../features/booking/clinic-day.tsx";
import { TaskList } from "../features/recovery/task-list.tsx";
import { tasksQuery } from "../features/recovery/task-queries.ts";
import { ReplanNotice } from "../features/replanning/replan-notice.tsx";
import { TodayList } from "../features/session/today-list.tsx";
import { messages } from "../messages/index.ts";
import { dayText } from "../ui/day.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function TodayPage() {
  const { today } = useClinicClock();
  const { data: signedIn } = useQuery(signInQuery);
  const { data: tasks } = useQuery(tasksQuery);
  const open = tasks?.tasks.filter(({ acknowledged }) => acknowledged === null) ?? [];
  const flagged = new Set(open.map(({ patientId }) => patientId));
  return (
    <>
      <PageHeader
        title={messages.shell.nav.today}
        lead={
          <>
            {dayText(today)}{" "}
            <Link className="fb-touch-link" to="/tasks">
              {messages.recovery.allTasks}
            </Link>
          </>
        }
      />
      <TaskList shows="open" />
      <EmergencyNotice />
      <ReplanNotice />
      {signedIn?.membership.role === "practitioner" && <TodayList flagged={flagged} />}
      {signedIn?.membership.role === "owner" && <ClinicDay />}
    </>
  );
}
