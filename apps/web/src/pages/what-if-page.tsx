import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { signInQuery } from "../api/sign-in-query.ts";
import { WhatIfScreen } from "../features/collagen/what-if-screen.tsx";
import { comparesSchedules } from "../features/collagen/who-compares.ts";
import { messages } from "../messages/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";

const text = messages.collagen.whatIf;

/** For those who treat; everybody else is told so and sent to the card, which is open to all. */
export function WhatIfPage() {
  const { data: signedIn } = useQuery(signInQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {comparesSchedules(signedIn?.membership.role) ? (
        <Compared />
      ) : (
        <EmptyState title={text.forThoseWhoTreat} text={text.whyNot}>
          <Link to="/model/card">{messages.collagen.cardLink}</Link>
        </EmptyState>
      )}
    </>
  );
}

function Compared() {
  const address = useSearch({ from: "/staff/model/what-if" });
  const navigate = useNavigate({ from: "/model/what-if" });
  return (
    <WhatIfScreen
      address={address}
      onAddress={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
