import { AuditList } from "../features/audit/audit-list.tsx";
import { ChainVerdict } from "../features/audit/chain-verdict.tsx";
import { EmergencyReport } from "../features/audit/emergency-report.tsx";
import { BookingOverrides } from "../features/overview/booking-overrides.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function AuditPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.audit} lead={messages.audit.lead} />
      <EmergencyReport />
      <ChainVerdict />
      <AuditList />
      <BookingOverrides />
    </>
  );
}
