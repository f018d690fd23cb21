import type { SelfBookedView } from "@fibril/contract";
import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { calendarFile } from "./calendar-file.ts";
import { otherZone, timeThere } from "./zone-note.ts";

const text = messages.selfBooking.booked;

export function BookedStep({ booked }: { readonly booked: SelfBookedView }) {
  const zone = otherZone(booked.timeZone, new Date(booked.startsAt));
  const place = [booked.clinicName, booked.siteName, booked.address].filter(Boolean).join(", ");
  return (
    <Stack gap={20}>
      <dl className="fb-book-facts">
        <dt>{text.when}</dt>
        <dd className="fb-number">
          {dayText(booked.day)}, {booked.start}–{booked.end}
          {zone !== null && ` (${messages.selfBooking.time.yours(timeThere(booked.startsAt, zone))})`}
        </dd>
        <dt>{text.where}</dt>
        <dd>{place}</dd>
      </dl>
      {booked.isMinor && <Text fw={550}>{text.minor}</Text>}
      <section>
        <Title order={2} size="h4">
          {text.forms}
        </Title>
        <Text mb={8}>{booked.questions === "link-by-email" ? text.formsByEmail : text.formsAtClinic}</Text>
        {booked.questions === "link-by-email" && (
          <Button renderRoot={(props) => <Link to="/my/forms" {...props} />}>{text.formsAct}</Button>
        )}
      </section>
      <section>
        <Title order={2} size="h4">
          {text.expect}
        </Title>
        <Text>{text.expectText}</Text>
      </section>
      <Button
        variant="default"
        component="a"
        download="consultation.ics"
        href={`data:text/calendar;charset=utf-8,${encodeURIComponent(eventOf(booked, place))}`}
      >
        {text.calendar}
      </Button>
      <Text c="dimmed">
        {[
          text.change(booked.noticeHours, booked.clinicPhone),
          ...(booked.questions === "link-by-email" ? [text.changeOnPages] : []),
        ].join(" ")}
      </Text>
    </Stack>
  );
}

function eventOf({ reference, startsAt, endsAt, clinicName }: SelfBookedView, place: string): string {
  const summary = messages.waitlist.consultation;
  return calendarFile({ reference, startsAt, endsAt, summary: `${summary}, ${clinicName}`, place, at: Date.now() });
}
