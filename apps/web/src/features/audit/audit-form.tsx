import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { type AuditSearch, everything, isIdOrEmpty } from "./audit-search.ts";

const { audit } = messages;
const fields = ["actor", "action", "patientId", "subjectId"] as const satisfies readonly (keyof AuditSearch)[];

interface Form {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

export function AuditForm({ search, onSearch }: Form) {
  const [typed, setTyped] = useState(search);
  const mayGo = isIdOrEmpty(typed.patientId) && isIdOrEmpty(typed.subjectId);
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
            error={field.endsWith("Id") && !isIdOrEmpty(typed[field]) ? audit.notAnId : null}
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
