import { PatientView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { bodyOf, emptyPatient } from "./patient-draft.ts";
import { PatientFields, patientFieldPaths } from "./patient-fields.tsx";

const text = messages.patient;

interface Register {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody new: a name and a birth date are enough. What was typed is kept until it is registered. */
export function RegisterPatient({ isOpen, onClose }: Register) {
  return (
    <Dialog isOpen={isOpen} title={text.register} onClose={onClose}>
      <RegisterForm />
    </Dialog>
  );
}

function RegisterForm() {
  const draft = useDraft("patient.new", emptyPatient);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const register = useWrite({
    send: (body: ReturnType<typeof bodyOf>, idempotencyKey) =>
      api.post("/api/patients", { schema: PatientView, body, idempotencyKey }),
    onDone: async (patient) => {
      draft.clear();
      notifications.show({ message: text.registered(`${patient.givenName} ${patient.familyName}`) });
      await queryClient.invalidateQueries({ queryKey: ["patients"] });
      await navigate({ to: "/patients/$patientId", params: { patientId: patient.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate(bodyOf(draft.value));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16}>
        {draft.restored && (
          <Group gap={8}>
            <Text size="sm" c="dimmed" role="status">
              {text.restored}
            </Text>
            <Button variant="subtle" size="compact-md" h={36} onClick={draft.clear}>
              {text.startAgain}
            </Button>
          </Group>
        )}
        <PatientFields
          draft={draft.value}
          fault={register.error}
          onChange={(change) => draft.change((before) => ({ ...before, ...change }))}
        />
        <ProblemNote fault={register.error} shownPaths={patientFieldPaths} />
        <Group justify="flex-end">
          <Button type="submit" h={44} loading={register.isPending}>
            {text.registerAct}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
