import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function PatientsPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.patients} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
