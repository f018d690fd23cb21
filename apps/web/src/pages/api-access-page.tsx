import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function ApiAccessPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.apiAccess} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
