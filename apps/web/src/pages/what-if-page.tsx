import { useNavigate, useSearch } from "@tanstack/react-router";
import { WhatIfScreen } from "../features/collagen/what-if-screen.tsx";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function WhatIfPage() {
  const address = useSearch({ from: "/staff/model/what-if" });
  const navigate = useNavigate({ from: "/model/what-if" });
  const text = messages.collagen.whatIf;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <WhatIfScreen
        address={address}
        onAddress={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    </>
  );
}
