import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { type AuditSearch, everything, isIdOrEmpty, isNumberOrEmpty } from "./audit-search.ts";

const { audit } = messages;
const fields = ["actor", "action", "patientNumber", "subjectId"] as const satisfies readonly (keyof AuditSearch)[];

interface Form {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

export function AuditForm({ search, onSearch }: Form) {
  const [typed, setTyped] = useState(search);
  const faults = {
    actor: null,
    action: null,
    patientNumber: isNumberOrEmpty(typed.patientNumber) ? null : audit.notANumber,
    subjectId: isIdOrEmpty(typed.subjectId) ? null : audit.notAnId,
  } as const satisfies Record<keyof AuditSearch, string | null>;
  const mayGo = faults.patientNumber === null && faults.subjectId === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayGo) onSearch(typed);
  };
  return (
    <search>
      <form onSubmit={submit} className="fb-audit-form">
        {fields.map((field) => (
          <TextInput
            key={field}
            label={audit[field]}
            placeholder={field === "action" ? audit.actionHint : ""}
            value={typed[field]}
            error={faults[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
        <Group gap={8} wrap="nowrap">
          <Button type="submit" disabled={!mayGo}>
            {audit.search}
          </Button>
          <Button variant="default" onClick={() => onSearch({ ...everything })}>
            {audit.clear}
          </Button>
        </Group>
      </form>
    </search>
  );
}
