import { DemoClockView } from "@fibril/contract";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../api/api.ts";
import { useClinicClock } from "../api/clinic-clock.ts";
import { installationQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { messages } from "../messages/index.ts";
import { dayTime } from "../ui/day.tsx";
import { StartOwnClinic } from "./start-own-clinic.tsx";

const steps = [
  { label: messages.shell.demoDay, days: 1 },
  { label: messages.shell.demoWeek, days: 7 },
  { label: messages.shell.demoInterval, days: 35 },
] as const;

const demoClockQuery = queryOptions({
  queryKey: ["demo-clock"],
  queryFn: ({ signal }) => api.get("/api/demo/clock", { schema: DemoClockView, signal }),
});

/** The demo's clock; outside a demo there is nothing here. */
export function DemoBar() {
  const installation = useQuery(installationQuery);
  return installation.data?.demo ? <DemoClock /> : null;
}

function DemoClock() {
  const queryClient = useQueryClient();
  const clock = useQuery(demoClockQuery);
  const { timeZone } = useClinicClock();
  const move = useWrite({
    send: (days: number, idempotencyKey) =>
      api.post("/api/demo/clock", { schema: DemoClockView, body: { days, hours: 0 }, idempotencyKey }),
    onDone: async ({ now }) => {
      notifications.show({ message: messages.shell.demoMoved(dayTime(now, timeZone)) });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <section className="fb-demo fb-number" aria-label={messages.shell.demoTime}>
      <span>
        {messages.shell.demoTime} {clock.data ? dayTime(clock.data.now, timeZone) : ""}
      </span>
      {steps.map(({ label, days }) => (
        <Button
          key={days}
          size="compact-sm"
          variant="subtle"
          aria-label={messages.shell.demoForward(label)}
          title={messages.shell.demoForward(label)}
          loading={move.isPending}
          onClick={() => move.mutate(days)}
        >
          {label}
        </Button>
      ))}
      <Link to="/mailbox">{messages.shell.demoMailbox}</Link>
      <StartOwnClinic />
      {move.isError && <span role="alert">{messages.shell.demoNotMoved}</span>}
    </section>
  );
}
