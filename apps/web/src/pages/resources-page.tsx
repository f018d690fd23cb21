import { ResourcesScreen } from "../features/resources/resources-screen.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function ResourcesPage() {
  return (
    <>
      <PageHeader title={messages.resources.title} lead={messages.resources.lead} />
      <ResourcesScreen />
    </>
  );
}
