import { Link } from "@tanstack/react-router";
import { MyMaintenance } from "../features/course/my-maintenance.tsx";
import { NextForMe } from "../features/portal/next-for-me.tsx";
import { MyOpenOffers } from "../features/waitlist/my-offer.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyNextPage() {
  return (
    <>
      <PageHeader title={messages.portal.next.title} />
      <MyOpenOffers />
      <NextForMe offer={<MyMaintenance />} more={<Link to="/my/consultation">{messages.selfBooking.own.link}</Link>} />
    </>
  );
}
