import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function AuditPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.audit} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
