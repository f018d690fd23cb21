import { CareContact } from "../features/clinic-settings/care-contact.tsx";
import { MyCare } from "../features/portal/my-care.tsx";

export function MyCarePage() {
  return (
    <>
      <MyCare />
      <CareContact />
    </>
  );
}
