import { useParams } from "@tanstack/react-router";
import { MyOffer } from "../features/waitlist/my-offer.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function MyOfferPage() {
  const { offerId } = useParams({ from: "/portal/my/offers/$offerId" });
  return (
    <>
      <PageHeader title={messages.waitlist.mine.page} />
      <MyOffer offerId={offerId} />
    </>
  );
}
