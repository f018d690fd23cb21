import type { CheckInView } from "@fibril/contract";
import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";

const text = messages.portal.checkIn;

/** What was reported waits for a person: how soon, since when, and whom to call meanwhile. */
export function OpenFlag({ checkIn }: { readonly checkIn: CheckInView }) {
  const { timeZone } = useClinicClock();
  const { data: signedIn } = useQuery(signInQuery);
  const urgency = checkIn.urgency ?? "expected";
  return (
    <section className="fb-card fb-next fb-result" data-urgency={urgency}>
      <Title order={2}>{text.urgencies[urgency]}</Title>
      {urgency === "emergency" && <Text fw={550}>{signedIn?.clinic.emergencyText}</Text>}
      {checkIn.answeredAt && <Text>{text.notSeenYet(dayTime(checkIn.answeredAt, timeZone))}</Text>}
      {urgency !== "emergency" && <Text>{text.noCall}</Text>}
      {signedIn && <PhoneLink phone={signedIn.clinic.phone} />}
      <Button
        size="lg"
        className="fb-wrap-button"
        renderRoot={(props) => <Link to="/my/check-in/$checkInId" params={{ checkInId: checkIn.id }} {...props} />}
      >
        {text.seeAnswers}
      </Button>
    </section>
  );
}

/** That a named person has looked at what was reported last; nothing where nobody had to, or has yet. */
export function LookedAt({ checkIn }: { readonly checkIn: CheckInView | null }) {
  const { timeZone } = useClinicClock();
  if (!checkIn?.lookedAt) return null;
  const { by, at } = checkIn.lookedAt;
  return <Text role="status">{text.lookedAt(by, dayTime(at, timeZone))}</Text>;
}
