import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { ClinicCalendar } from "../features/booking/clinic-calendar.tsx";
import { ReplanNotice } from "../features/replanning/replan-notice.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function CalendarPage() {
  const { data: signedIn } = useQuery(signInQuery);
  const choice = useSearch({ from: "/staff/calendar" });
  const navigate = useNavigate({ from: "/calendar" });
  return (
    <>
      <PageHeader title={messages.shell.nav.calendar} lead={messages.booking.lead} />
      <ReplanNotice />
      <ClinicCalendar
        choice={choice}
        onChoose={(search) => void navigate({ search, replace: true })}
        maySay={signedIn?.membership.role !== "manager"}
      />
    </>
  );
}
