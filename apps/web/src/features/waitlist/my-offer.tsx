import type { MyWaitlistOffersView } from "@fibril/contract";
import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { myOffersQuery } from "./queries.ts";

const text = messages.waitlist.mine;
type Offer = MyWaitlistOffersView["offers"][number];

/** On the first page of a patient: the offers that still stand, and what came of those that were answered just now. */
export function MyOpenOffers() {
  const offers = useQuery(myOffersQuery);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const shown = offers.data?.offers.filter(({ id, state }) => state === "open" || answered.includes(id)) ?? [];
  return shown.map((offer) => (
    <OfferCard
      key={offer.id}
      offer={offer}
      toldAt={offers.dataUpdatedAt}
      onAnswered={() => setAnswered((before) => [...before, offer.id])}
    />
  ));
}

/** The page that the message links to. */
export function MyOffer({ offerId }: { readonly offerId: string }) {
  const offers = useQuery(myOffersQuery);
  switch (offers.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.load} fault={offers.error} retry={() => void offers.refetch()} />;
    case "success": {
      const offer = offers.data.offers.find(({ id }) => id === offerId);
      if (!offer) return <EmptyState title={text.none} text={text.noneText} />;
      return <OfferCard offer={offer} toldAt={offers.dataUpdatedAt} />;
    }
  }
}

interface Card {
  readonly offer: Offer;
  readonly toldAt: number;
  readonly onAnswered?: () => void;
}

/** One time, one yes or no. */
function OfferCard({ offer, toldAt, onAnswered }: Card) {
  const queries = useQueryClient();
  const answer = useWrite({
    send: (body: { readonly answer: "accept" | "decline" }, idempotencyKey) =>
      api.post(`/api/my/waitlist-offers/${offer.id}/answers`, { schema: z.unknown(), body, idempotencyKey }),
    onDone: () => {
      onAnswered?.();
      void queries.invalidateQueries();
    },
  });
  const { day, start, end, siteName, practitionerName, ordinal, present, secondsLeft, state } = offer;
  return (
    <section className="fb-card fb-next">
      <Title order={2}>{text.title}</Title>
      <p className="fb-next-when fb-number">{text.when(dayText(day), start, end)}</p>
      <Text>
        {text.what(ordinal)}
        <br />
        {text.where(siteName, practitionerName)}
      </Text>
      {state === "open" ? (
        <>
          {present && <Text>{text.instead(dayText(present.day), present.start)}</Text>}
          <CountdownClock label={text.left} startedAt={toldAt} minutes={secondsLeft / 60} />
          <ProblemNote fault={answer.error} />
          <Group>
            <Button size="lg" loading={answer.isPending} onClick={() => answer.mutate({ answer: "accept" })}>
              {text.take}
            </Button>
            <Button
              size="lg"
              variant="default"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ answer: "decline" })}
            >
              {text.leave}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Text role="status" fw={550}>
            {text.states[state]}
          </Text>
          {state === "accepted" && <Text>{text.tookText}</Text>}
          {state === "declined" && <Text>{text.leftText}</Text>}
          {!onAnswered && <Link to="/my">{text.back}</Link>}
        </>
      )}
    </section>
  );
}
