import { CareContact } from "../features/clinic-settings/care-contact.tsx";
import { MyCare } from "../features/portal/my-care.tsx";
import { ReadMore } from "../ui/read-more.tsx";

export function MyCarePage() {
  return (
    <>
      <MyCare />
      <CareContact />
      <ReadMore reader="patient" pages={["aftercare", "warning-signs", "questions-after"]} />
    </>
  );
}
