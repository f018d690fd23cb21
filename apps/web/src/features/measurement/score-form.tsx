import { ScoreView } from "@fibril/contract";
import { type Scale, type ScaleId, scaleOf } from "@fibril/measurement";
import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { AnchorCards } from "./anchor-cards.tsx";
import { measurementsQuery } from "./measurement-queries.ts";
import { raterOf, scaleChoices, scoreIssue } from "./scale-choice.ts";

interface Form {
  readonly patientId: string;
  readonly proposed: readonly ScaleId[];
}

interface Typed {
  readonly scale: ScaleId | null;
  readonly value: number | null;
  readonly area: string;
  readonly rater: "professional" | "patient" | null;
  readonly recordedOn: string;
}

const empty: Typed = { scale: null, value: null, area: "", rater: null, recordedOn: "" };

/** One score: the scale with its range and direction, its words as cards where it has them. */
export function ScoreForm({ patientId, proposed }: Form) {
  const { today } = useClinicClock();
  const draft = useDraft<Typed>(`score.${patientId}`, empty);
  const [issue, setIssue] = useState<string | null>(null);
  const typed = draft.value;
  const write = useScoreWrite(patientId, draft.clear);
  const text = messages.measurement;
  const scale = typed.scale ? scaleOf(typed.scale) : null;
  const put = (values: Partial<Typed>) => {
    setIssue(null);
    draft.change({ ...typed, ...values });
  };
  const keep = () => {
    if (!typed.scale || !scale) return;
    const wrong = scoreIssue(typed.scale, typed.value);
    setIssue(wrong);
    if (wrong !== null || typed.value === null) return;
    write.mutate({
      scale: typed.scale,
      value: typed.value,
      area: typed.area,
      rater: typed.rater ?? raterOf(scale),
      recordedOn: typed.recordedOn || today,
      sessionId: null,
    });
  };
  return (
    <Stack gap={16}>
      <Select
        label={text.scale}
        placeholder={text.chooseScale}
        data={scaleChoices(proposed)}
        value={typed.scale}
        allowDeselect={false}
        onChange={(next) => put({ scale: next as ScaleId, value: null, rater: null })}
      />
      {scale && (
        <>
          <Value scale={scale} value={typed.value} issue={issue ?? fieldIssue(write.error, "value")} onChange={put} />
          <Rater scale={scale} rater={typed.rater} onChange={(rater) => put({ rater })} />
          <Group grow gap={12} align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={text.area}
              value={typed.area}
              onChange={({ currentTarget: { value } }) => put({ area: value })}
            />
            <DayField
              label={text.recordedOn}
              max={today}
              value={typed.recordedOn || today}
              error={fieldIssue(write.error, "recordedOn")}
              onChange={({ currentTarget: { value } }) => put({ recordedOn: value })}
            />
          </Group>
          <ProblemNote fault={write.error} shownPaths={["value", "recordedOn"]} />
          <Group>
            <Button h={48} loading={write.isPending} onClick={keep}>
              {text.keepScore}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function useScoreWrite(patientId: string, clear: () => void) {
  const queryClient = useQueryClient();
  return useWrite({
    send: (body: Omit<ScoreView, "id" | "anchor">, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/scores`, { schema: ScoreView, body, idempotencyKey }),
    onDone: async () => {
      clear();
      notifications.show({ message: messages.measurement.scoreKept });
      await queryClient.invalidateQueries({ queryKey: measurementsQuery(patientId).queryKey });
    },
  });
}

interface ValueField {
  readonly scale: Scale;
  readonly value: number | null;
  readonly issue: string | null;
  readonly onChange: (values: { readonly value: number | null }) => void;
}

function Value({ scale, value, issue, onChange }: ValueField) {
  const text = messages.measurement;
  const help = `${text.range(scale.min, scale.max, scale.step)}, ${text.directions[scale.direction]}`;
  if (scale.anchors) {
    return (
      <AnchorCards
        scale={scale}
        anchors={scale.anchors}
        help={help}
        value={value}
        issue={issue}
        onChange={(chosen) => onChange({ value: chosen })}
      />
    );
  }
  return (
    <NumberInput
      label={text.value}
      description={help}
      value={value ?? ""}
      error={issue}
      onChange={(next) => onChange({ value: typeof next === "number" ? next : null })}
    />
  );
}

interface RaterField {
  readonly scale: Scale;
  readonly rater: Typed["rater"];
  readonly onChange: (rater: "professional" | "patient") => void;
}

function Rater({ scale, rater, onChange }: RaterField) {
  const label = useId();
  const text = messages.measurement;
  if (scale.rater !== "either") return <Text size="sm" c="dimmed">{`${text.rater}: ${text.raters[scale.rater]}`}</Text>;
  return (
    <div>
      <Text id={label} fw={500} mb={4}>
        {text.rater}
      </Text>
      <SegmentedControl
        aria-labelledby={label}
        data={[
          { value: "professional", label: text.raters.professional },
          { value: "patient", label: text.raters.patient },
        ]}
        value={rater ?? "professional"}
        onChange={(next) => onChange(next as "professional" | "patient")}
      />
    </div>
  );
}
