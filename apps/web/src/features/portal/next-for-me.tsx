import "./portal.css";
import { Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PhoneLink } from "../../ui/phone-link.tsx";
import { lastAnswered, type NextStep, nextStepOf } from "./next-step.ts";
import { NextVisit } from "./next-visit.tsx";
import { LookedAt, OpenFlag } from "./open-flag.tsx";
import { useMyFacts } from "./use-my-facts.ts";

const text = messages.portal.next;

interface Beside {
  /** What may be decided in one's own time, below the one thing that is next. */
  readonly offer: ReactNode;
  /** Ways to more of the person's own. */
  readonly more: ReactNode;
}

/** One card with one thing to do; everything else of the person's own is a plain list below. */
export function NextForMe({ offer, more }: Beside) {
  const { facts, isFailed, retry } = useMyFacts();
  if (!facts) return isFailed ? <LoadFailed what={text.load} retry={retry} /> : <Loading />;
  const step = nextStepOf(facts);
  return (
    <Stack gap={24}>
      {step.kind === "visit" ? (
        <NextVisit visit={step.visit} answers={facts.intake.answers} today={facts.today} />
      ) : step.kind === "flag" ? (
        <OpenFlag checkIn={step.checkIn} />
      ) : (
        <StepCard step={step} />
      )}
      <LookedAt checkIn={lastAnswered(facts.checkIns)} />
      {offer}
      <nav aria-label={text.more} className="fb-my-links">
        <Link to="/my/timeline">{messages.portal.links.timeline}</Link>
        <Link to="/my/care">{messages.portal.links.care}</Link>
        <Link to="/my/forms">{messages.portal.links.forms}</Link>
        <Link to="/my/record">{messages.portal.links.record}</Link>
        {more}
      </nav>
    </Stack>
  );
}

type Step = Exclude<NextStep, { kind: "visit" | "flag" }>;

function StepCard({ step }: { readonly step: Step }) {
  const words = wordsOf(step);
  return (
    <section className="fb-card fb-next">
      <Title order={2}>{words.title}</Title>
      <Text>{words.text}</Text>
      <Act step={step} />
    </section>
  );
}

function wordsOf(step: Step): { readonly title: string; readonly text: string } {
  switch (step.kind) {
    case "check-in":
      return { title: text.checkIn.title, text: text.checkIn.text(step.day) };
    case "questions":
      return { title: text.questions.title, text: text.questions.text(step.open) };
    case "sign":
      return { title: text.sign.title(step.text.title), text: text.sign.text };
    case "care":
      return { title: text.care.title, text: text.care.text(step.day) };
    case "withdrawn":
      return { title: text.withdrawn.title, text: text.withdrawn.text(step.day && dayText(step.day)) };
    case "ended":
      return { title: text.ended.title, text: text.ended.text(step.done, step.of) };
    case "guardian":
    case "result":
    case "wait":
    case "ask":
      return text[step.kind];
    default:
      return step satisfies never;
  }
}

function Act({ step }: { readonly step: Step }): ReactNode {
  const { data: signedIn } = useQuery(signInQuery);
  switch (step.kind) {
    case "check-in":
      return (
        <Button
          size="lg"
          className="fb-wrap-button"
          renderRoot={(props) => (
            <Link to="/my/check-in/$checkInId" params={{ checkInId: step.checkIn.id }} {...props} />
          )}
        >
          {text.checkIn.act}
        </Button>
      );
    case "questions":
      return (
        <Button size="lg" className="fb-wrap-button" renderRoot={(props) => <Link to="/my/forms" {...props} />}>
          {step.open === 0 ? text.questions.check : text.questions.act}
        </Button>
      );
    case "sign":
      return (
        <Button
          size="lg"
          className="fb-wrap-button"
          renderRoot={(props) => <Link to="/my/consent/$textId" params={{ textId: step.text.id }} {...props} />}
        >
          {text.sign.act}
        </Button>
      );
    case "care":
      return (
        <Button size="lg" className="fb-wrap-button" renderRoot={(props) => <Link to="/my/care" {...props} />}>
          {text.care.act}
        </Button>
      );
    case "result":
      return (
        <Button size="lg" className="fb-wrap-button" renderRoot={(props) => <Link to="/my/timeline" {...props} />}>
          {text.result.act}
        </Button>
      );
    case "withdrawn":
    case "ended": {
      const way = step.kind === "ended" ? "/my/timeline" : "/my/record";
      return (
        <>
          {signedIn && <PhoneLink phone={signedIn.clinic.phone} />}
          <Link to={way}>{text[step.kind].act}</Link>
        </>
      );
    }
    case "guardian":
    case "wait":
    case "ask":
      return signedIn ? <PhoneLink phone={signedIn.clinic.phone} /> : null;
    default:
      return step satisfies never;
  }
}
