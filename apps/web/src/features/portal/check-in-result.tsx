import type { CheckInView } from "@fibril/contract";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import { EmergencyCalls } from "./emergency-bar.tsx";
import { LookedAt } from "./open-flag.tsx";

interface Result {
  readonly checkIn: CheckInView;
  /** Sent a moment ago: it comes to where the eye is. */
  readonly isFresh: boolean;
  readonly onAgain: () => void;
}

/** How soon a person looks, and what to do; an emergency first and in its own words. */
export function CheckInResult({ checkIn, isFresh, onAgain }: Result) {
  const text = messages.portal.checkIn;
  const { timeZone } = useClinicClock();
  const { data: signedIn } = useQuery(signInQuery);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFresh) result.current?.scrollIntoView();
  }, [isFresh]);
  const urgency = checkIn.urgency ?? "expected";
  return (
    <Stack ref={result} className="fb-card fb-result" data-urgency={urgency} gap={12} role="status">
      <Title order={2}>{text.urgencies[urgency]}</Title>
      {urgency === "emergency" && <Text fw={550}>{signedIn?.clinic.emergencyText}</Text>}
      {checkIn.advice && <Text>{checkIn.advice}</Text>}
      {urgency !== "expected" && urgency !== "emergency" && <Text>{text.noCall}</Text>}
      {urgency === "emergency" ? <EmergencyCalls /> : signedIn && <PhoneLink phone={signedIn.clinic.phone} />}
      {checkIn.answeredAt && (
        <Text c="dimmed">
          {text.resultTitle}. {text.answered(dayTime(checkIn.answeredAt, timeZone))}
        </Text>
      )}
      <LookedAt checkIn={checkIn} />
      <Button size="lg" renderRoot={(props) => <Link to="/my/care" {...props} />}>
        {text.toCare}
      </Button>
      <Button variant="default" h="auto" mih={48} className="fb-wrap-button" onClick={onAgain}>
        {text.again}
      </Button>
    </Stack>
  );
}
