import { useClinicClock } from "../../api/clinic-clock.ts";
import "./clinic-settings.css";
import { type ChangeClinicSettingsBody, ClinicSettingsView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { LongerSignature } from "./longer-signature.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { clinicSettingsQuery } from "./queries.ts";
import { SelfBookingField } from "./self-booking-field.tsx";
import { bodyOf, draftOf, longerThanFounding } from "./settings-draft.ts";
import { TaskClocks } from "./task-clocks.tsx";

const text = messages.clinicSettings;

export function ClinicSettings({ signerName }: { readonly signerName: string }) {
  const settings = useQuery(clinicSettingsQuery);
  if (settings.status === "pending") return <Loading what={text.loading} />;
  if (settings.status === "error")
    return <LoadFailed what={text.the} fault={settings.error} retry={() => void settings.refetch()} />;
  return <Form key={settings.data.version} settings={settings.data} signerName={signerName} />;
}

const unsigned = { reason: "", password: "" };

function Form({ settings, signerName }: { readonly settings: ClinicSettingsView; readonly signerName: string }) {
  const { timeZone } = useClinicClock();
  const draft = useDraft(`clinic-settings.${settings.version}`, draftOf(settings));
  const [signature, setSignature] = useState(unsigned);
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: ChangeClinicSettingsBody, idempotencyKey) =>
      api.put("/api/clinic-settings", { schema: ClinicSettingsView, body, idempotencyKey }),
    onDone: async (kept) => {
      draft.clear();
      queryClient.setQueryData(clinicSettingsQuery.queryKey, kept);
      notifications.show({ message: text.saved });
      await queryClient.invalidateQueries({ queryKey: ["sign-in"] });
    },
  });
  const longer = longerThanFounding(draft.value, settings);
  const isStale = keep.error instanceof ApiProblem && keep.error.code === "stale-version";
  const mayKeep = longer.length === 0 || (settings.maySignLonger && signature.password !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(bodyOf(draft.value, longer.length > 0 ? signature : null));
  };
  const loadTheirs = async () => {
    draft.clear();
    await queryClient.refetchQueries({ queryKey: clinicSettingsQuery.queryKey });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={24}>
        <TaskClocks draft={draft.value} settings={settings} fault={keep.error} onChange={draft.change} />
        {longer.length > 0 && (
          <LongerSignature
            signerName={signerName}
            maySign={settings.maySignLonger}
            signature={signature}
            fault={keep.error}
            onChange={setSignature}
          />
        )}
        <PlaceFields draft={draft.value} settings={settings} fault={keep.error} onChange={draft.change} />
        <ContactFields draft={draft.value} fault={keep.error} onChange={draft.change} />
        <SelfBookingField draft={draft.value} fault={keep.error} onChange={draft.change} />
        {isStale ? (
          <Stack gap={8} role="alert">
            <p className="fb-notice">{text.stale}</p>
            <Group>
              <Button variant="default" h={44} onClick={() => void loadTheirs()}>
                {text.loadTheirs}
              </Button>
            </Group>
          </Stack>
        ) : (
          <ProblemNote fault={keep.error} shownPaths={["longer.reason", "password"]} />
        )}
        <Group gap={16}>
          <Button type="submit" h={44} disabled={!mayKeep} loading={keep.isPending}>
            {text.save}
          </Button>
          {settings.changed && (
            <Text size="sm" c="dimmed">
              {text.changed(settings.changed.by, dayTime(settings.changed.at, timeZone))}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
