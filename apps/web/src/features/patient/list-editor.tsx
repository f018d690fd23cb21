import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { VersionConflict } from "../../ui/version-conflict.tsx";
import { fieldDifferences } from "./field-differences.ts";

export interface ListField {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "tel" | "email";
  readonly hint?: string;
  /** Sent as an empty text, not as null, where nothing is typed. */
  readonly isText?: boolean;
}

type Typed = Readonly<Record<string, string>>;

interface Schema<Row> {
  parse(value: unknown): Row;
}

interface Editor<Row extends { readonly id: string; readonly version: number }> {
  readonly patientId: string;
  readonly path: "guardians" | "medicines" | "allergies";
  readonly schema: Schema<Row>;
  readonly fields: readonly ListField[];
  readonly row: Row | null;
  readonly initial?: Typed;
  readonly onDone: () => void;
}

/** One row of a patient's list, new or changed: the version it started from goes with it. */
export function ListEditor<Row extends { readonly id: string; readonly version: number }>(editor: Editor<Row>) {
  const { patientId, path, schema, fields, row, initial = {}, onDone } = editor;
  const textOf = (from: object): Typed =>
    Object.fromEntries(fields.map(({ name }) => [name, String((from as Record<string, unknown>)[name] ?? "")]));
  const draft = useDraft(`${path}.${patientId}.${row?.id ?? "new"}`, {
    version: row?.version ?? 0,
    fields: textOf(row ?? initial),
  });
  const [theirs, setTheirs] = useState<Row | null>(null);
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: object, idempotencyKey) =>
      row
        ? api.put(`/api/patients/${patientId}/${path}/${row.id}`, { schema, body, idempotencyKey })
        : api.post(`/api/patients/${patientId}/${path}`, { schema, body, idempotencyKey }),
    onDone: async () => {
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ["patient", patientId] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...sent(fields, draft.value.fields), ...(row ? { version: draft.value.version } : {}) };
    keep.mutate(body, { onError: (fault) => setTheirs(currentOf(fault, schema)) });
  };
  const settle = (stored: Row, typed: Typed) => {
    draft.change({ version: stored.version, fields: typed });
    setTheirs(null);
    keep.reset();
  };
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <form onSubmit={submit} noValidate className="fb-card">
      <Stack gap={12}>
        {fields.map(({ name, label, type = "text", hint }, index) => (
          <TextInput
            key={name}
            label={label}
            type={type}
            description={hint}
            autoComplete="off"
            {...(index === 0 ? { "data-autofocus": true } : {})}
            value={draft.value.fields[name] ?? ""}
            error={fieldIssue(keep.error, name)}
            onChange={({ currentTarget: { value } }) =>
              draft.change((before) => ({ ...before, fields: { ...before.fields, [name]: value } }))
            }
          />
        ))}
        {!theirs && <ProblemNote fault={keep.error} shownPaths={fields.map(({ name }) => name)} />}
        <Group gap={8}>
          <Button type="submit" variant="default" h={44} loading={keep.isPending}>
            {messages.patient.save}
          </Button>
          <Button variant="subtle" h={44} onClick={onDone}>
            {messages.patient.back}
          </Button>
        </Group>
      </Stack>
      {theirs && (
        <VersionConflict
          isOpen
          differences={fieldDifferences(draft.value.fields, textOf(theirs), labels)}
          onKeepMine={() => settle(theirs, draft.value.fields)}
          onTakeTheirs={() => settle(theirs, textOf(theirs))}
        />
      )}
    </form>
  );
}

function sent(fields: readonly ListField[], typed: Typed): Record<string, string | null> {
  const typedIn = ({ name, isText }: ListField) => (typed[name] ?? "").trim() || (isText ? "" : null);
  return Object.fromEntries(fields.map((field) => [field.name, typedIn(field)]));
}

function currentOf<Row>(fault: Error, schema: Schema<Row>): Row | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  try {
    return schema.parse(fault.current);
  } catch {
    return null;
  }
}
