import { MyForms } from "../features/portal/my-forms.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { ReadMore } from "../ui/read-more.tsx";

export function MyFormsPage() {
  return (
    <>
      <PageHeader title={messages.portal.forms.title} />
      <MyForms />
      <ReadMore reader="patient" pages={["ten-questions", "safety", "who-it-suits"]} />
    </>
  );
}
