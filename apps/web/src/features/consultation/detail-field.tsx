import type { Detail } from "@fibril/suitability";
import { Button, Group, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { isDetailAsked, keepFitting } from "./answers-model.ts";
import { Segments } from "./segments.tsx";

const text = messages.consultation;

type Given = Readonly<Record<string, unknown>>;

interface DetailsOf {
  readonly details: Readonly<Record<string, Detail>>;
  readonly given: Given;
  readonly today: string;
  readonly isDisabled: boolean;
  readonly onChange: (name: string, value: unknown) => void;
}

/** The details of a "yes", drawn from what the screening says of them. */
export function DetailFields({ details, given, today, isDisabled, onChange }: DetailsOf) {
  return Object.entries(details)
    .filter(([, detail]) => isDetailAsked(detail, given))
    .map(([name, detail]) => (
      <DetailField
        key={name}
        detail={detail}
        value={given[name]}
        today={today}
        isDisabled={isDisabled}
        onChange={(value) => onChange(name, value)}
      />
    ));
}

interface OneDetail {
  readonly detail: Detail;
  readonly value: unknown;
  readonly today: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: unknown) => void;
}

function DetailField({ detail, value, today, isDisabled, onChange }: OneDetail) {
  switch (detail.kind) {
    case "choice":
      return (
        <Asked ask={detail.ask}>
          <Segments
            label={detail.ask}
            options={Object.entries(detail.options).map(([option, label]) => ({ value: option, label }))}
            gapLabel={text.choiceNone}
            value={typeof value === "string" ? value : null}
            isDisabled={isDisabled}
            onChoose={(chosen) => onChange(chosen ?? undefined)}
          />
        </Asked>
      );
    case "flag":
      return (
        <Asked ask={detail.ask}>
          <Segments
            label={detail.ask}
            options={[
              { value: "yes", label: text.flagYes },
              { value: "no", label: text.flagNo },
            ]}
            gapLabel={text.choiceNone}
            value={typeof value === "boolean" ? (value ? "yes" : "no") : null}
            isDisabled={isDisabled}
            onChoose={(chosen) => onChange(chosen === null ? undefined : chosen === "yes")}
          />
        </Asked>
      );
    case "past-date":
    case "text":
      return (
        <TextInput
          label={detail.ask}
          maw={320}
          autoComplete="off"
          {...(detail.kind === "past-date" ? { type: "date", max: today } : {})}
          value={typeof value === "string" ? value : ""}
          disabled={isDisabled}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    case "list":
      return <DetailList {...{ detail, value, today, isDisabled, onChange }} />;
    default:
      return detail satisfies never;
  }
}

function DetailList({ detail, value, today, isDisabled, onChange }: OneDetail & { detail: Detail & { kind: "list" } }) {
  const entries = Array.isArray(value) ? (value as readonly Given[]) : [];
  const put = (next: readonly Given[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Asked ask={detail.ask}>
      {entries.map((entry, index) => (
        <fieldset key={index} className="fb-question-entry">
          <legend>{text.entry(index + 1)}</legend>
          <DetailFields
            details={detail.of}
            given={entry}
            today={today}
            isDisabled={isDisabled}
            onChange={(name, next) => put(entries.with(index, keepFitting(detail.of, { ...entry, [name]: next })))}
          />
          <Group>
            <Button variant="subtle" h={44} disabled={isDisabled} onClick={() => put(entries.toSpliced(index, 1))}>
              {text.removeEntry}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group>
        <Button variant="default" h={44} disabled={isDisabled} onClick={() => put([...entries, {}])}>
          {entries.length === 0 ? text.addFirst : text.addEntry}
        </Button>
      </Group>
    </Asked>
  );
}

function Asked({ ask, children }: { readonly ask: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text mb={6}>{ask}</Text>
      {children}
    </div>
  );
}
