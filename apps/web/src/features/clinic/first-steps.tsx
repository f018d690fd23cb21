import "./first-steps.css";
import { type FirstStep, FirstStepsView } from "@fibril/contract";
import { Button, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { TreatToo } from "./treat-too.tsx";

const words = messages.firstSteps;

const firstStepsQuery = queryOptions({
  queryKey: ["first-steps"],
  queryFn: ({ signal }) => api.get("/api/clinic/first-steps", { schema: FirstStepsView, signal }),
});

/** Where each step is done. */
const places: Readonly<Record<FirstStep, Pick<LinkProps, "to" | "search">>> = {
  contact: { to: "/settings" },
  hours: { to: "/resources", search: { part: "sites" } },
  practitioner: { to: "/staff" },
  bookable: { to: "/resources", search: { part: "people" } },
  room: { to: "/resources", search: { part: "rooms" } },
  device: { to: "/resources", search: { part: "devices" } },
  patient: { to: "/patients" },
  consultation: { to: "/calendar" },
};

/** What a clinic that begins still needs; gone for good once everything is there. */
export function FirstSteps() {
  const answer = useQuery(firstStepsQuery);
  if (answer.isError) return <LoadFailed what={words.what} fault={answer.error} retry={() => void answer.refetch()} />;
  const steps = answer.data?.steps ?? [];
  const next = steps.find(({ done }) => !done)?.step;
  if (next === undefined) return null;
  return (
    <section className="fb-card fb-first-steps" aria-labelledby="first-steps">
      <Title order={2} id="first-steps">
        {words.title}
      </Title>
      <Text c="dimmed" mb={12}>
        {words.lead(steps.filter(({ done }) => done).length, steps.length)}
      </Text>
      <ol className="fb-steps">
        {steps.map(({ step, done }, index) => (
          <li key={step} className={done ? "fb-step-done" : undefined}>
            <span className="fb-step-mark fb-number" aria-hidden>
              {done ? <IconCheck size={16} /> : index + 1}
            </span>
            <StepWords step={step} done={done} />
            {!done && <StepActs step={step} isNext={step === next} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepWords({ step, done }: { readonly step: FirstStep; readonly done: boolean }) {
  const { title, text } = words.steps[step];
  if (done)
    return (
      <span>
        <Link {...places[step]}>{title}</Link> <span className="fb-muted">{words.done}</span>
      </span>
    );
  return (
    <div>
      <Text fw={550}>{title}</Text>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
    </div>
  );
}

function StepActs({ step, isNext }: { readonly step: FirstStep; readonly isNext: boolean }) {
  return (
    <div className="fb-step-acts">
      {step === "practitioner" && <TreatToo />}
      <Button
        variant={isNext ? "filled" : "default"}
        renderRoot={(root: object) => <Link {...root} {...places[step]} />}
      >
        {words.steps[step].act}
      </Button>
    </div>
  );
}
