import { WaitlistEntryView } from "@fibril/contract";
import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayText, dayTime } from "../../ui/day.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.waitlist;

interface Card {
  readonly entry: WaitlistEntryView;
  readonly offersPerDay: number;
  readonly mayChange: boolean;
  readonly onRemove: () => void;
}

/** Who waits, for what, since when, what was offered last, and what can be offered now or why nothing can. */
export function WaitingCard({ entry, offersPerDay, mayChange, onRemove }: Card) {
  const { data: signedIn } = useQuery(signInQuery);
  const zone = signedIn?.clinic.timeZone ?? "Europe/London";
  const { lastOffer } = entry;
  return (
    <li className="fb-card fb-waiting">
      <div>
        <Text fw={600}>
          <Link to="/patients/$patientId" params={{ patientId: entry.patientId }}>
            {entry.patientName}
          </Link>
        </Text>
        <p>{entry.ordinal === null ? text.consultation : text.session(entry.ordinal)}</p>
        {entry.returnsToWindow && <span className="fb-waiting-back">{text.back}</span>}
        <Text c="dimmed">{text.since(dayTime(entry.waitingSince, zone), entry.addedBy)}</Text>
        {entry.reach === "telephone" && (
          <Text fw={550}>{entry.phone === null ? text.noContact : text.byTelephone(entry.phone)}</Text>
        )}
      </div>
      <div>
        <dl className="fb-waiting-facts">
          <dt>{text.wish}</dt>
          <dd>{wishOf(entry)}</dd>
          <dt>{text.present}</dt>
          <dd className="fb-number">
            {entry.present ? `${dayText(entry.present.day)}, ${entry.present.start}` : text.noPresent}
          </dd>
          <dt>{text.lastOffer}</dt>
          <dd>
            {lastOffer
              ? text.offer(`${dayText(lastOffer.day)}, ${lastOffer.start}`, text.offerStates[lastOffer.state])
              : text.noOffer}
            {lastOffer?.state === "open" && ` (${text.openUntil(dayTime(lastOffer.expiresAt, zone))})`}
            {entry.offersToday > 0 && `; ${text.askedToday(entry.offersToday, offersPerDay)}`}
          </dd>
          <dt>{text.now}</dt>
          <dd>{standOf(entry)}</dd>
        </dl>
      </div>
      {mayChange && <Acts entry={entry} onRemove={onRemove} />}
    </li>
  );
}

function wishOf(entry: WaitlistEntryView): string {
  const days =
    entry.weekdays.length === 7 ? text.anyDay : entry.weekdays.map((weekday) => text.weekdayNames[weekday]).join(", ");
  const isAnyTime = entry.fromTime === "00:00" && entry.toTime === "24:00";
  return [
    text.days(dayText(entry.from), dayText(entry.to)),
    days,
    isAnyTime ? text.anyTime : text.times(entry.fromTime, entry.toTime),
    entry.practitionerName === null ? text.anyone : text.withName(entry.practitionerName),
    entry.siteName,
  ].join(" · ");
}

function standOf({ free, whyNot }: WaitlistEntryView): string {
  if (free) return text.free(`${dayText(free.day)}, ${free.start}`, free.practitionerName);
  return whyNot ? text.whyNot[whyNot] : text.whyNot["no-free-time"];
}

function Acts({ entry, onRemove }: Pick<Card, "entry" | "onRemove">) {
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ["waitlist"] });
  const offer = useWrite({
    send: (id: string, idempotencyKey) =>
      api.post(`/api/waitlist/${id}/offers`, { schema: WaitlistEntryView, idempotencyKey }),
    onDone: () => {
      notifications.show({ message: text.offered(entry.patientName) });
      refresh();
    },
  });
  const answer = useWrite({
    send: (body: { readonly answer: "accept" | "decline" }, idempotencyKey) =>
      api.post(`/api/waitlist-offers/${entry.lastOffer?.id}/answers`, { schema: z.unknown(), body, idempotencyKey }),
    onDone: (_done, body) => {
      notifications.show({ message: body.answer === "accept" ? text.taken(entry.patientName) : text.passedOn });
      refresh();
    },
  });
  const isOpen = entry.lastOffer?.state === "open";
  return (
    <div className="fb-waiting-acts">
      {isOpen && (
        <>
          <Button variant="light" loading={answer.isPending} onClick={() => answer.mutate({ answer: "accept" })}>
            {text.saysYes}
          </Button>
          <Button variant="default" disabled={answer.isPending} onClick={() => answer.mutate({ answer: "decline" })}>
            {text.saysNo}
          </Button>
        </>
      )}
      {entry.free && (
        <Button variant="light" loading={offer.isPending} onClick={() => offer.mutate(entry.id)}>
          {text.offerNow}
        </Button>
      )}
      <Button variant="subtle" onClick={onRemove}>
        {text.remove}
      </Button>
      <ProblemNote fault={offer.error ?? answer.error} />
    </div>
  );
}
