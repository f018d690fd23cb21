import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { ModelCard } from "../features/collagen/card/model-card.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

/** Open to everybody; the way to the two schedules is shown to the clinic's staff. */
export function ModelCardPage() {
  const { data: signedIn } = useQuery(signInQuery);
  const isStaff = signedIn && signedIn.membership.role !== "patient";
  const text = messages.modelCard;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={isStaff ? <Link to="/model/what-if">{text.whatIfLink}</Link> : undefined}
      />
      <ModelCard />
    </>
  );
}
