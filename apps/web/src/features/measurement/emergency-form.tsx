import { CurrentEmergencyAccessView } from "@fibril/contract";
import { Button, Group, PasswordInput, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { emergencyAccessQuery, measurementsQuery } from "./measurement-queries.ts";

const text = messages.measurement.emergency;
const shortestReason = 15;

/** The reason is kept through a reload, the password never. */
export function EmergencyForm({ patientId }: { readonly patientId: string }) {
  const draft = useDraft(`emergency.${patientId}`, { reason: "" });
  const [password, setPassword] = useState("");
  const queryClient = useQueryClient();
  const open = useWrite({
    send: (body: { readonly reason: string; readonly password: string }, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/emergency-access`, {
        schema: CurrentEmergencyAccessView,
        body,
        idempotencyKey,
      }),
    onDone: async (current) => {
      draft.clear();
      queryClient.removeQueries(measurementsQuery(patientId));
      queryClient.setQueryData(emergencyAccessQuery(patientId).queryKey, current);
    },
  });
  const { reason } = draft.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ reason: reason.trim(), password });
  };
  return (
    <form onSubmit={submit} className="fb-card">
      <Stack gap={12} maw={640}>
        <Title order={2}>{text.title}</Title>
        <Text>{text.text}</Text>
        <Textarea
          label={text.reason}
          description={text.reasonHint(shortestReason)}
          autosize
          minRows={2}
          value={reason}
          error={fieldIssue(open.error, "reason")}
          onChange={({ currentTarget: { value } }) => draft.change({ reason: value })}
        />
        <PasswordInput
          label={text.password}
          autoComplete="current-password"
          value={password}
          error={fieldIssue(open.error, "password")}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        <ProblemNote fault={open.error} shownPaths={["reason", "password"]} />
        <Group>
          <Button
            type="submit"
            h={44}
            loading={open.isPending}
            disabled={reason.trim().length < shortestReason || password === ""}
          >
            {text.act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
