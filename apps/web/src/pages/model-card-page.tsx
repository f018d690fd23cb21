import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { ModelCard } from "../features/collagen/card/model-card.tsx";
import { comparesSchedules } from "../features/collagen/who-compares.ts";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

/** Open to everybody; the way to the two schedules is shown to those who treat. */
export function ModelCardPage() {
  const { data: signedIn } = useQuery(signInQuery);
  const mayCompare = comparesSchedules(signedIn?.membership.role);
  const text = messages.modelCard;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={mayCompare ? <Link to="/model/what-if">{text.whatIfLink}</Link> : undefined}
      />
      <ModelCard />
    </>
  );
}
