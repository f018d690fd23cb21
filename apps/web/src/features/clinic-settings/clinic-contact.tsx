import "./clinic-settings.css";
import { type ChangeClinicContactBody, ClinicContactView } from "@fibril/contract";
import { Button, Group, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.clinicSettings;
const names = ["name", "phone", "email"] as const;

const clinicContactQuery = queryOptions({
  queryKey: ["clinic-contact"],
  queryFn: ({ signal }) => api.get("/api/clinic/contact", { schema: ClinicContactView, signal }),
});

/** What the clinic is called and how it is reached: the first thing that a new clinic enters. */
export function ClinicContact() {
  const contact = useQuery(clinicContactQuery);
  if (contact.status === "pending") return <Loading />;
  if (contact.status === "error")
    return <LoadFailed what={text.clinic} fault={contact.error} retry={() => void contact.refetch()} />;
  return <Form contact={contact.data} />;
}

function Form({ contact }: { readonly contact: ClinicContactView }) {
  const [typed, setTyped] = useState(contact);
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: ChangeClinicContactBody, idempotencyKey) =>
      api.put("/api/clinic/contact", { schema: ClinicContactView, body, idempotencyKey }),
    onDone: async (kept) => {
      setTyped(kept);
      notifications.show({ message: text.saved });
      await queryClient.invalidateQueries();
    },
  });
  const stored = storedVersion(keep.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ ...typed, version: (stored ?? typed).version });
  };
  return (
    <form onSubmit={submit}>
      <section className="fb-card fb-clinic-contact" aria-label={text.clinic}>
        <Title order={2} size="h3">
          {text.clinic}
        </Title>
        <Text c="dimmed" mb={16}>
          {text.clinicText}
        </Text>
        <div className="fb-settings-fields">
          {names.map((name) => (
            <TextInput
              key={name}
              label={text.clinicFields[name]}
              required
              withAsterisk={false}
              value={typed[name]}
              error={fieldIssue(keep.error, name)}
              onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </div>
        <Group mt={16} gap={16}>
          <Button type="submit" variant="default" h={44} loading={keep.isPending}>
            {text.clinicSave}
          </Button>
          {stored ? (
            <p className="fb-notice" role="alert">
              {text.clinicStale(stored.name, stored.phone)}
            </p>
          ) : (
            <ProblemNote fault={keep.error} shownPaths={names} />
          )}
        </Group>
      </section>
    </form>
  );
}

function storedVersion(fault: Error | null): ClinicContactView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const parsed = ClinicContactView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}
