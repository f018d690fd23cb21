import { NextForMe } from "../features/portal/next-for-me.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyNextPage() {
  return (
    <>
      <PageHeader title={messages.portal.next.title} />
      <NextForMe />
    </>
  );
}
