import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function OverviewPage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.overview} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
