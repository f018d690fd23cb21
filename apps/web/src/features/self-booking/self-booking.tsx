import "./self-booking.css";
import type { BookingClinicView } from "@fibril/contract";
import { Alert, Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { AboutStep } from "./about-step.tsx";
import { BookedStep } from "./booked-step.tsx";
import { CodeStep } from "./code-step.tsx";
import { ContactStep } from "./contact-step.tsx";
import { HeldTime } from "./held-time.tsx";
import { bookingClinicQuery } from "./queries.ts";
import { TimePicker } from "./time-picker.tsx";
import { type Step, useBooking } from "./use-booking.ts";
import { WhoStep } from "./who-step.tsx";

const text = messages.selfBooking;
const steps: readonly Step[] = ["about", "time", "who", "contact", "code", "booked"];

/** Six screens for somebody without an account; the time is kept before anything is asked about them. */
export function SelfBooking({ clinicId }: { readonly clinicId: string | null }) {
  const clinic = useQuery(bookingClinicQuery(clinicId));
  const isNone = clinic.error instanceof ApiProblem && clinic.error.status === 404;
  if (clinic.status === "pending") return <Loading />;
  if (clinic.status === "success")
    return clinic.data.isOpen ? <Booking clinic={clinic.data} /> : <ByTelephone clinic={clinic.data} />;
  return isNone ? (
    <EmptyState title={text.noClinic} text={text.noClinicText} />
  ) : (
    <LoadFailed what={text.theClinic} fault={clinic.error} retry={() => void clinic.refetch()} />
  );
}

/** The clinic has switched it off: whom to call, and where patients who have pages of their own go. */
function ByTelephone({ clinic }: { readonly clinic: BookingClinicView }) {
  return (
    <Stack gap={20}>
      <header>
        <p className="fb-book-clinic">{clinic.name}</p>
        <PageTitle tab={text.closed.title}>{text.closed.title}</PageTitle>
      </header>
      <p>{text.closed.text}</p>
      {clinic.phone !== "" && (
        <Button
          component="a"
          size="lg"
          href={`tel:${clinic.phone.replaceAll(/[^+0-9]/g, "")}`}
          style={{ alignSelf: "flex-start" }}
        >
          {text.closed.call(clinic.phone)}
        </Button>
      )}
      <p>
        {text.about.signedIn}
        <br />
        <Link to="/sign-in" search={{ from: "/my/consultation" }}>
          {text.about.signIn}
        </Link>
      </p>
    </Stack>
  );
}

function Booking({ clinic }: { readonly clinic: BookingClinicView }) {
  const booking = useBooking(clinic);
  const { step, held, isOver } = booking;
  const title = useRef<HTMLHeadingElement>(null);
  // Each screen begins at its title, for eyes and for readers alike.
  useEffect(() => {
    if (step === "about") return;
    title.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  const number = steps.indexOf(step) + 1;
  const showsHeld = held !== null && (step === "who" || step === "contact" || step === "code");
  const back = steps[number - 2];
  return (
    <Stack gap={20}>
      <header>
        <p className="fb-book-clinic">
          {clinic.name} · {text.step(number, steps.length)}
        </p>
        <PageTitle tab={text[step].title} ref={title} tabIndex={-1}>
          {text[step].title}
        </PageTitle>
      </header>
      {showsHeld &&
        (isOver ? (
          <Over onAgain={booking.startAgain} />
        ) : (
          <HeldTime held={held} onChange={() => booking.setStep("time")} />
        ))}
      <StepOf booking={booking} clinic={clinic} />
      {back && step !== "booked" && (
        <div>
          <Button variant="subtle" onClick={() => booking.setStep(back)}>
            {text.back}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Over({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={text.time.over}>
      <Stack gap={8} align="flex-start">
        {text.time.overText}
        <Button onClick={onAgain}>{text.about.act}</Button>
      </Stack>
    </Alert>
  );
}

interface Of {
  readonly booking: ReturnType<typeof useBooking>;
  readonly clinic: BookingClinicView;
}

function StepOf({ booking, clinic }: Of) {
  const { step, draft, held, type, setStep } = booking;
  switch (step) {
    case "about":
      return (
        <AboutStep
          clinic={clinic}
          siteId={booking.siteId}
          onSite={(siteId) => type({ siteId })}
          onNext={() => setStep("time")}
        />
      );
    case "time":
      return <Times booking={booking} clinic={clinic} />;
    case "who":
      return <WhoStep draft={draft} today={clinic.today} onType={type} onNext={() => setStep("contact")} />;
    case "contact":
      return (
        <ContactStep
          draft={draft}
          codeBy={clinic.codeBy}
          fault={booking.sendCode.error}
          isBusy={booking.sendCode.isPending}
          onType={type}
          onSend={() => held && booking.sendCode.mutate(held.hold.token)}
        />
      );
    case "code":
      return (
        <CodeStep
          sentTo={draft.by === "email" ? draft.email : draft.phone}
          fault={booking.book.error ?? booking.sendCode.error}
          isBusy={booking.book.isPending}
          onBook={(code) => held && booking.book.mutate({ token: held.hold.token, code })}
          onSendAgain={() => held && booking.sendCode.mutate(held.hold.token)}
          onOtherAddress={() => setStep("contact")}
        />
      );
    case "booked":
      return booking.booked && <BookedStep booked={booking.booked} />;
    default:
      return step satisfies never;
  }
}

function Times({ booking, clinic }: Of) {
  const { lost, hold } = booking;
  return (
    <Stack gap={20}>
      {lost && (
        <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={text.time[lost.why]}>
          {lost.why === "taken" ? text.time.takenText : text.time.overText}
        </Alert>
      )}
      {hold.error instanceof ApiProblem && hold.error.status === 429 && (
        <Alert role="alert" color="var(--fb-stop)" variant="outline" title={hold.error.title}>
          {hold.error.detail}
        </Alert>
      )}
      <TimePicker
        key={lost?.day ?? "first"}
        times={{ path: `${booking.path}/times`, siteId: booking.siteId }}
        phone={clinic.phone}
        near={lost?.day ?? null}
        isBusy={hold.isPending}
        onChoose={(time) => hold.mutate(time)}
      />
    </Stack>
  );
}
