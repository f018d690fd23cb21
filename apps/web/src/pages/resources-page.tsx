import { useNavigate, useSearch } from "@tanstack/react-router";
import { ResourcesScreen } from "../features/resources/resources-screen.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function ResourcesPage() {
  const { part = "people" } = useSearch({ from: "/staff/resources" });
  const navigate = useNavigate({ from: "/resources" });
  return (
    <>
      <PageHeader title={messages.resources.title} lead={messages.resources.lead} />
      <ResourcesScreen part={part} onPart={(chosen) => void navigate({ search: { part: chosen }, replace: true })} />
    </>
  );
}
