import { anaesthetics, areas, fitzpatricks } from "@fibril/suitability";
import { NativeSelect, SimpleGrid, Stack, Textarea } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import type { ConsultationDraft } from "./consultation-draft.ts";

const text = messages.consultation;

interface Examined {
  readonly draft: ConsultationDraft;
  readonly fault: Error | null;
  readonly isDisabled: boolean;
  readonly onChange: (change: Partial<ConsultationDraft>) => void;
}

/** Area, anaesthetic, phototype and what was seen; each starts as not chosen. */
export function Examination({ draft, fault, isDisabled, onChange }: Examined) {
  const choice = <Value extends string | number>(
    values: readonly Value[],
    words: Readonly<Record<Value, string>>,
    none: string,
  ) => [{ value: "", label: none }, ...values.map((value) => ({ value: String(value), label: words[value] }))];
  return (
    <Stack gap={16}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          id="examination-area"
          size="md"
          label={text.area}
          data={choice(areas, text.areas, text.notChosen)}
          value={draft.area ?? ""}
          error={fieldIssue(fault, "area")}
          disabled={isDisabled}
          onChange={({ currentTarget: { value } }) => onChange({ area: areas.find((area) => area === value) ?? null })}
        />
        <NativeSelect
          size="md"
          label={text.anaesthetic}
          data={choice(anaesthetics, text.anaesthetics, text.notChosen)}
          value={draft.anaesthetic ?? ""}
          error={fieldIssue(fault, "anaesthetic")}
          disabled={isDisabled}
          onChange={({ currentTarget: { value } }) =>
            onChange({ anaesthetic: anaesthetics.find((one) => one === value) ?? null })
          }
        />
        <NativeSelect
          size="md"
          label={text.phototype}
          data={choice(fitzpatricks, text.phototypes, text.notAssessed)}
          value={draft.fitzpatrick === null ? "" : String(draft.fitzpatrick)}
          error={fieldIssue(fault, "fitzpatrick")}
          disabled={isDisabled}
          onChange={({ currentTarget: { value } }) => onChange({ fitzpatrick: value === "" ? null : Number(value) })}
        />
      </SimpleGrid>
      <Textarea
        label={text.skinNotes}
        autosize
        minRows={3}
        value={draft.skinNotes}
        error={fieldIssue(fault, "skinNotes")}
        disabled={isDisabled}
        onChange={(event) => onChange({ skinNotes: event.currentTarget.value })}
      />
    </Stack>
  );
}
