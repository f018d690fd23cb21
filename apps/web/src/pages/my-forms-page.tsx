import { MyForms } from "../features/portal/my-forms.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyFormsPage() {
  return (
    <>
      <PageHeader title={messages.portal.forms.title} />
      <MyForms />
    </>
  );
}
