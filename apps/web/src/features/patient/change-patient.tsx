import { PatientView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { VersionConflict } from "../../ui/version-conflict.tsx";
import { fieldDifferences } from "./field-differences.ts";
import { bodyOf, draftOf } from "./patient-draft.ts";
import { PatientFields, patientFieldPaths } from "./patient-fields.tsx";
import { patientQuery } from "./queries.ts";

const text = messages.patient;

/** The details as a form: an edit names the version that it started from, and meets a newer one in a dialog. */
export function ChangePatient({ patient }: { readonly patient: PatientView }) {
  const draft = useDraft(`patient.${patient.id}`, { version: patient.version, fields: draftOf(patient) });
  const [theirs, setTheirs] = useState<PatientView | null>(null);
  const queryClient = useQueryClient();
  const change = useWrite({
    send: (body: ReturnType<typeof bodyOf> & { readonly version: number }, idempotencyKey) =>
      api.put(`/api/patients/${patient.id}`, { schema: PatientView, body, idempotencyKey }),
    onDone: async (stored) => {
      queryClient.setQueryData(patientQuery(patient.id).queryKey, (before) => before && { ...before, patient: stored });
      draft.clear();
      notifications.show({ message: text.saved });
      await queryClient.invalidateQueries({ queryKey: ["patient", patient.id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ ...bodyOf(draft.value.fields), version: draft.value.version }, { onError: meet });
  };
  const meet = (fault: Error) => {
    const current = fault instanceof ApiProblem ? PatientView.safeParse(fault.current) : null;
    if (current?.success) setTheirs(current.data);
  };
  const settle = (stored: PatientView, fields: typeof draft.value.fields) => {
    draft.change({ version: stored.version, fields });
    setTheirs(null);
    change.reset();
  };
  const differences = theirs ? fieldDifferences(draft.value.fields, draftOf(theirs), text.fields) : [];
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={16} maw={720}>
        {draft.restored && (
          <Text size="sm" c="dimmed" role="status">
            {text.restored}
          </Text>
        )}
        <PatientFields
          draft={draft.value.fields}
          fault={change.error}
          onChange={(fields) => draft.change((before) => ({ ...before, fields: { ...before.fields, ...fields } }))}
        />
        {!theirs && <ProblemNote fault={change.error} shownPaths={patientFieldPaths} />}
        <Group>
          <Button type="submit" variant="default" h={44} loading={change.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
      {theirs && (
        <VersionConflict
          isOpen
          differences={differences}
          onKeepMine={() => settle(theirs, draft.value.fields)}
          onTakeTheirs={() => settle(theirs, draftOf(theirs))}
        />
      )}
    </form>
  );
}
