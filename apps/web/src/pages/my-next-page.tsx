import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function MyNextPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.next} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
