import { FindWhoWaits } from "../features/waitlist/find-who-waits.tsx";
import { WaitlistBoard } from "../features/waitlist/waitlist-board.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function WaitlistPage() {
  return (
    <>
      <PageHeader title={messages.waitlist.title} lead={messages.waitlist.lead} actions={<FindWhoWaits />} />
      <WaitlistBoard />
    </>
  );
}
