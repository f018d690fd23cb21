import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

export function MyTimelinePage() {
  return (
    <>
      <PageHeader title={messages.shell.nav.story} />
      <EmptyState title={messages.shell.notReady} />
    </>
  );
}
