import { MyCalendarFeed } from "../features/calendar-feed/my-calendar-feed.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function AccountPage() {
  return (
    <>
      <PageHeader title={messages.calendarFeed.accountTitle} />
      <MyCalendarFeed />
    </>
  );
}
