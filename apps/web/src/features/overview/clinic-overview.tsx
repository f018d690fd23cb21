import "./overview.css";
import type { OverviewRowKind, OverviewView } from "@fibril/contract";
import { Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { BookingOverrides } from "./booking-overrides.tsx";
import { DropOut } from "./drop-out.tsx";
import { OverviewCounts, pastKinds, waitingKinds } from "./overview-counts.tsx";
import { OverviewRows } from "./overview-rows.tsx";
import { overviewQuery } from "./queries.ts";
import { ShareCard } from "./share-card.tsx";

const { overview } = messages;

export function ClinicOverview({ mayOpenPatients }: { readonly mayOpenPatients: boolean }) {
  const answer = useQuery(overviewQuery);
  switch (answer.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={overview.what} fault={answer.error} retry={() => void answer.refetch()} />;
    case "success":
      return <Figures figures={answer.data} mayOpenPatients={mayOpenPatients} />;
    default:
      return answer satisfies never;
  }
}

interface Shown {
  readonly figures: OverviewView;
  readonly mayOpenPatients: boolean;
}

function Figures({ figures, mayOpenPatients }: Shown) {
  const [opened, setOpened] = useState<OverviewRowKind | null>(null);
  const toggle = (kind: OverviewRowKind) => setOpened((before) => (before === kind ? null : kind));
  const rowsUnder = (kinds: readonly OverviewRowKind[]) =>
    opened !== null &&
    kinds.includes(opened) && (
      <OverviewRows key={opened} kind={opened} mayOpenPatients={mayOpenPatients} onClose={() => setOpened(null)} />
    );
  return (
    <Stack gap={32}>
      <section aria-labelledby="overview-waiting">
        <Title order={2} id="overview-waiting" mb={12}>
          {overview.waiting}
        </Title>
        <OverviewCounts kinds={waitingKinds} counts={figures.counts} opened={opened} onOpen={toggle} />
        {rowsUnder(waitingKinds)}
      </section>
      <section aria-labelledby="overview-shares">
        <Title order={2} id="overview-shares" mb={12}>
          {overview.rates}
        </Title>
        <div className="fb-share-cards">
          <ShareCard of="completion" figure={figures.completion} kind="completed-courses" onOpen={toggle} />
          <ShareCard of="redFlags" figure={figures.redFlags} kind="red-flags" onOpen={toggle} />
          <ShareCard of="noShows" figure={figures.noShows} kind="no-shows" onOpen={toggle} />
        </div>
      </section>
      <section aria-labelledby="overview-so-far">
        <Title order={2} id="overview-so-far" mb={12}>
          {overview.soFar}
        </Title>
        <OverviewCounts kinds={pastKinds} counts={figures.counts} opened={opened} onOpen={toggle} />
        {rowsUnder(pastKinds)}
      </section>
      <DropOut abandonedAfter={figures.abandonedAfter} onOpen={() => setOpened("abandoned-courses")} />
      <BookingOverrides />
    </Stack>
  );
}
