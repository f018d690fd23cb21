import "../features/account/account.css";
import { ChangePassword } from "../features/account/change-password.tsx";
import { OpenSignIns } from "../features/account/open-sign-ins.tsx";
import { OwnFacts } from "../features/account/own-facts.tsx";
import { SignOutEverywhere } from "../features/account/sign-out-everywhere.tsx";
import { MyCalendarFeed } from "../features/calendar-feed/my-calendar-feed.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function AccountPage() {
  return (
    <>
      <PageHeader title={messages.account.title} />
      <div className="fb-account-cards">
        <OwnFacts />
        <ChangePassword />
        <OpenSignIns>
          <SignOutEverywhere />
        </OpenSignIns>
        <MyCalendarFeed />
      </div>
    </>
  );
}
