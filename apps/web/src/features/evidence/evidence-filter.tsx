import { NativeSelect, TextInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { StatementFilter } from "./filter-statements.ts";

const text = messages.evidence;

interface Filter {
  readonly filter: StatementFilter;
  readonly onChange: (filter: StatementFilter) => void;
}

export function EvidenceFilter({ filter, onChange }: Filter) {
  const choice = <Name extends "part" | "tier" | "state">(name: Name, words: Readonly<Record<string, string>>) => ({
    label: text[name],
    value: filter[name],
    data: [{ value: "", label: text.any }, ...Object.entries(words).map(([value, label]) => ({ value, label }))],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...filter, [name]: value }),
  });
  return (
    <search className="fb-evidence-filter">
      <TextInput
        label={text.search}
        placeholder={text.searchHint}
        value={filter.words}
        onChange={({ currentTarget: { value } }) => onChange({ ...filter, words: value })}
      />
      <NativeSelect {...choice("part", text.parts)} />
      <NativeSelect {...choice("tier", text.tiers)} />
      <NativeSelect {...choice("state", text.states)} />
    </search>
  );
}
