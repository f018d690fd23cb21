import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function StaffPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.staff} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
