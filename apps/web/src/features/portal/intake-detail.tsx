import type { Detail } from "@fibril/suitability";
import { NativeSelect, TextInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ChoiceCards } from "./choice-cards.tsx";
import { type Given, isAsked } from "./intake-answers.ts";

/** Everything but a list, which is drawn around these. */
export type SingleDetail = Exclude<Detail, { readonly kind: "list" }>;

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly detail: SingleDetail;
  readonly given: Given;
  readonly today: string;
  readonly fault: Error | null;
  readonly onChange: (value: unknown) => void;
}

/** Up to so many options stand open; more fold into a list. */
const mostCards = 6;

/** One detail of a "yes", drawn from what the question says of it. */
export function IntakeDetail({ name, path, detail, given, today, fault, onChange }: Asked) {
  const text = messages.portal.forms;
  const value = given[name];
  const error = fieldIssue(fault, path);
  if (!isAsked(detail, given)) return null;
  switch (detail.kind) {
    case "choice":
      return (
        <Options detail={detail} value={typeof value === "string" ? value : null} error={error} onChange={onChange} />
      );
    case "flag":
      return (
        <ChoiceCards
          label={detail.ask}
          error={error}
          value={typeof value === "boolean" ? String(value) : "unknown"}
          options={[
            { value: "true", label: text.answers.yes },
            { value: "false", label: text.answers.no },
            { value: "unknown", label: text.answers.unknown },
          ]}
          onChange={(word) => onChange(word === "unknown" ? null : word === "true")}
        />
      );
    case "past-date":
      return (
        <DayField
          label={detail.ask}
          description={text.dateHelp}
          error={error}
          max={today}
          value={typeof value === "string" ? value : ""}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case "text":
      return (
        <TextInput
          label={detail.ask}
          error={error}
          maxLength={200}
          value={typeof value === "string" ? value : ""}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    default:
      return detail satisfies never;
  }
}

interface Chosen {
  readonly detail: Detail & { readonly kind: "choice" };
  readonly value: string | null;
  readonly error: string | null;
  readonly onChange: (value: unknown) => void;
}

function Options({ detail, value, error, onChange }: Chosen) {
  const text = messages.portal.forms;
  const options = Object.entries(detail.options).map(([key, label]) => ({ value: key, label }));
  if (options.length > mostCards) {
    return (
      <NativeSelect
        label={detail.ask}
        error={error}
        data={[{ value: "", label: text.noChoice }, ...options]}
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  return (
    <ChoiceCards
      label={detail.ask}
      error={error}
      value={value ?? "unknown"}
      options={[...options, { value: "unknown", label: text.answers.unknown }]}
      onChange={(chosen) => onChange(chosen === "unknown" ? null : chosen)}
    />
  );
}
