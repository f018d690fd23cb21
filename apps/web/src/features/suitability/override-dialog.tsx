import type { OutcomeView } from "@fibril/contract";
import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { overrideRules } from "./override-rules.ts";

const text = messages.suitability;

export interface OverrideWords {
  readonly reason: string;
  readonly outsideOpinion: {
    readonly name: string;
    readonly registration: string;
    readonly opinion: string;
    readonly on: string;
  } | null;
}

interface Override {
  readonly isOpen: boolean;
  readonly patientId: string;
  readonly outcome: OutcomeView;
  readonly fault: Error | null;
  readonly isBusy: boolean;
  readonly onSign: (words: OverrideWords) => void;
  readonly onClose: () => void;
}

const noOpinion = { name: "", registration: "", opinion: "", on: "" };

export function OverrideDialog(override: Override) {
  const { isOpen, outcome, onClose } = override;
  const { isPossible, barredBy } = overrideRules(outcome);
  return (
    <Dialog isOpen={isOpen} title={text.overrideTitle} onClose={onClose}>
      {isPossible ? (
        <OverrideForm {...override} />
      ) : (
        <Text>
          {barredBy.length === 0
            ? text.suitableText
            : text.overrideNever(barredBy.map(({ reason }) => reason).join(" "))}
        </Text>
      )}
    </Dialog>
  );
}

function OverrideForm({ patientId, outcome, fault, isBusy, onSign, onClose }: Override) {
  const { needsOpinion } = overrideRules(outcome);
  const { today } = useClinicClock();
  const draft = useDraft(`override.${patientId}`, { reason: "", hasOpinion: needsOpinion, opinion: noOpinion });
  const { reason, opinion } = draft.value;
  const hasOpinion = needsOpinion || draft.value.hasOpinion;
  const isReady =
    reason.trim().length >= 15 && (!hasOpinion || Object.values(opinion).every((typed) => typed.trim() !== ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSign({ reason: reason.trim(), outsideOpinion: hasOpinion ? opinion : null });
  };
  const field = (name: keyof typeof noOpinion) => ({
    label: text.opinionFields[name],
    value: opinion[name],
    error: fieldIssue(fault, `outsideOpinion.${name}`),
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      draft.change((before) => ({ ...before, opinion: { ...before.opinion, [name]: value } })),
  });
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text>{text.overrideText(messages.ui.verdicts[outcome.verdict])}</Text>
        <Textarea
          label={text.reason}
          required
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          error={fieldIssue(fault, "reason")}
          onChange={({ currentTarget: { value } }) => draft.change((before) => ({ ...before, reason: value }))}
        />
        {hasOpinion ? (
          <Stack gap={8} component="section" aria-label={text.opinion}>
            <Text fw={550}>{text.opinion}</Text>
            {needsOpinion && <Text c="dimmed">{text.opinionNeeded}</Text>}
            <TextInput {...field("name")} />
            <TextInput {...field("registration")} />
            <DayField {...field("on")} max={today} />
            <Textarea {...field("opinion")} autosize minRows={2} />
          </Stack>
        ) : (
          <Group>
            <Button variant="subtle" h={44} onClick={() => draft.change((before) => ({ ...before, hasOpinion: true }))}>
              {text.addOpinion}
            </Button>
          </Group>
        )}
        <ProblemNote fault={fault} shownPaths={["reason"]} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" h={44} onClick={onClose}>
            {messages.ui.cancel}
          </Button>
          <Button type="submit" h={44} disabled={!isReady} loading={isBusy}>
            {text.overrideAct}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
