import { MyRecord } from "../features/portal/my-record.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyRecordPage() {
  return (
    <>
      <PageHeader title={messages.portal.record.title} />
      <MyRecord />
    </>
  );
}
