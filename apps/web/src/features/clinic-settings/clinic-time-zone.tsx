import { type ChangeTimeZoneBody, type ClinicTimeZoneView, TimeZoneChangeView } from "@fibril/contract";
import { Autocomplete, Button, Group, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { clinicTimeZoneQuery } from "./queries.ts";
import { TimeZoneChange } from "./time-zone-change.tsx";

const text = messages.clinicSettings;
const zones = Intl.supportedValuesOf("timeZone");

/** Which clock the clinic follows, and putting it right. */
export function ClinicTimeZone() {
  const present = useQuery(clinicTimeZoneQuery);
  if (present.status === "pending") return <Loading />;
  if (present.status === "error")
    return <LoadFailed what={text.zone} fault={present.error} retry={() => void present.refetch()} />;
  return <Form present={present.data} />;
}

function Form({ present }: { readonly present: ClinicTimeZoneView }) {
  const [to, setTo] = useState("");
  const { now } = useClinicClock();
  const queryClient = useQueryClient();
  const from = present.timeZone;
  const foresee = useWrite({
    send: (body: ChangeTimeZoneBody, idempotencyKey) =>
      api.post("/api/clinic/time-zone/foreseen", { schema: TimeZoneChangeView, body, idempotencyKey }),
  });
  const change = useWrite({
    send: (body: ChangeTimeZoneBody, idempotencyKey) =>
      api.put("/api/clinic/time-zone", { schema: TimeZoneChangeView, body, idempotencyKey }),
    onDone: async (kept) => {
      foresee.reset();
      setTo("");
      notifications.show({ message: text.zoneChanged(kept.to) });
      await queryClient.invalidateQueries();
    },
  });
  const fault = foresee.error ?? change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.reset();
    foresee.mutate({ from, to });
  };
  const refused = () => {
    foresee.reset();
    void queryClient.invalidateQueries({ queryKey: clinicTimeZoneQuery.queryKey });
  };
  return (
    <form onSubmit={submit}>
      <section className="fb-card fb-clinic-contact" aria-label={text.zone}>
        <Title order={2} size="h3">
          {text.zone}
        </Title>
        <Text c="dimmed" mb={8}>
          {text.zoneText}
        </Text>
        <Text mb={16}>{text.zoneNow(from, dayTime(new Date(now()).toISOString(), from))}</Text>
        {present.sites
          .filter(({ timeZone }) => timeZone !== from)
          .map(({ name, timeZone }) => (
            <Text key={name} mb={16}>
              {text.zoneOwn(name, timeZone)}
            </Text>
          ))}
        <div className="fb-settings-fields">
          <Autocomplete
            label={text.zoneField}
            description={text.zoneHint}
            required
            withAsterisk={false}
            data={zones}
            limit={8}
            value={to}
            error={fieldIssue(fault, "to")}
            onChange={setTo}
          />
        </div>
        <Group mt={16} gap={16}>
          <Button type="submit" variant="default" h={44} loading={foresee.isPending}>
            {text.zoneSee}
          </Button>
          <Refused fault={fault} present={from} />
        </Group>
        {foresee.data && (
          <TimeZoneChange
            foreseen={foresee.data}
            isBusy={change.isPending}
            onChange={() => change.mutate({ from, to: foresee.data.to }, { onError: refused })}
            onClose={foresee.reset}
          />
        )}
      </section>
    </form>
  );
}

function Refused({ fault, present }: { readonly fault: Error | null; readonly present: string }) {
  if (fault instanceof ApiProblem && fault.code === "stale-version")
    return (
      <p className="fb-notice" role="alert">
        {text.zoneStale(present)}
      </p>
    );
  return fieldIssue(fault, "to") === null ? <ProblemNote fault={fault} shownPaths={["to"]} /> : null;
}
