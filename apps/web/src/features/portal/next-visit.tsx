import type { VisitView } from "@fibril/contract";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import type { IntakeAnswers } from "./intake-answers.ts";
import { prepareFrom } from "./prepare.ts";

interface Visit {
  readonly visit: VisitView;
  readonly answers: IntakeAnswers;
  readonly today: string;
}

/** When, where, with whom, and how to prepare in plain words. */
export function NextVisit({ visit, answers, today }: Visit) {
  const text = messages.portal.next.visit;
  const { data: signedIn } = useQuery(signInQuery);
  const day = visit.day === today ? text.today : dayText(visit.day);
  return (
    <section className="fb-card fb-next">
      <Title order={2}>{text.title[visit.kind]}</Title>
      <p className="fb-next-when fb-number">{text.at(day, visit.start, visit.end)}</p>
      <Text>
        {visit.ordinal !== null && `${text.session(visit.ordinal)}. `}
        {text.with(visit.practitionerName)}
        <br />
        {text.where(visit.roomName, visit.siteName)}
        {visit.siteAddress && (
          <>
            <br />
            {visit.siteAddress}
          </>
        )}
      </Text>
      {visit.kind === "session" && (
        <>
          <Title order={3}>{text.prepare}</Title>
          <ul className="fb-plain-list">
            {prepareFrom(answers).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {signedIn && (
        <div>
          <Text c="dimmed">{text.change}</Text>
          <PhoneLink phone={signedIn.clinic.phone} />
        </div>
      )}
    </section>
  );
}
