import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../api/sign-in-query.ts";
import { EmergencyNotice } from "../features/audit/emergency-notice.tsx";
import { FirstSteps } from "../features/clinic/first-steps.tsx";
import { ClinicOverview } from "../features/overview/clinic-overview.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function OverviewPage() {
  const { data: signedIn } = useQuery(signInQuery);
  const isOwner = signedIn?.membership.role === "owner";
  return (
    <>
      <PageHeader title={messages.shell.nav.overview} lead={messages.overview.lead} />
      <EmergencyNotice />
      {isOwner && <FirstSteps />}
      <ClinicOverview mayOpenPatients={isOwner} />
    </>
  );
}
