import { AuditList } from "../features/audit/audit-list.tsx";
import { ChainVerdict } from "../features/audit/chain-verdict.tsx";
import { BookingOverrides } from "../features/overview/booking-overrides.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function AuditPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.audit} lead={messages.audit.lead} />
      <ChainVerdict />
      <AuditList />
      <BookingOverrides />
    </>
  );
}
