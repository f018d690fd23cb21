import { MyConsultation } from "../features/self-booking/my-consultation.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyConsultationPage() {
  return (
    <>
      <PageHeader title={messages.selfBooking.own.title} />
      <MyConsultation />
    </>
  );
}
