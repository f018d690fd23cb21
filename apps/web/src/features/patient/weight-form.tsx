import { WeightsView } from "@fibril/contract";
import { Button, Group, NumberInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { weightsQuery } from "./queries.ts";

interface Form {
  readonly patientId: string;
  readonly today: string;
  readonly onDone: () => void;
}

const text = messages.patient.weight;

export function WeightForm({ patientId, today, onDone }: Form) {
  const draft = useDraft<{ readonly weightKg: number | null; readonly measuredOn: string }>(`weight.${patientId}`, {
    weightKg: null,
    measuredOn: today,
  });
  const queryClient = useQueryClient();
  const keep = useWrite({
    send: (body: object, idempotencyKey) =>
      api.post(`/api/patients/${patientId}/weights`, { schema: WeightsView, body, idempotencyKey }),
    onDone: async (weights) => {
      draft.clear();
      queryClient.setQueryData(weightsQuery(patientId).queryKey, weights);
      await queryClient.invalidateQueries({ queryKey: ["session"] });
      onDone();
    },
  });
  const { weightKg, measuredOn } = draft.value;
  return (
    <>
      <Group gap={12} align="flex-start">
        <NumberInput
          label={text.kilograms}
          min={2}
          max={400}
          decimalScale={1}
          hideControls
          inputMode="decimal"
          value={weightKg ?? ""}
          error={fieldIssue(keep.error, "weightKg")}
          onChange={(value) => draft.change({ weightKg: typeof value === "number" ? value : null, measuredOn })}
        />
        <DayField
          label={text.measuredOn}
          max={today}
          value={measuredOn}
          error={fieldIssue(keep.error, "measuredOn")}
          onChange={({ currentTarget: { value } }) => draft.change({ weightKg, measuredOn: value })}
        />
        <Button
          variant="default"
          className="fb-beside-field"
          h={44}
          loading={keep.isPending}
          disabled={weightKg === null || measuredOn === ""}
          onClick={() => keep.mutate({ weightKg, measuredOn })}
        >
          {text.keep}
        </Button>
      </Group>
      <ProblemNote fault={keep.error} shownPaths={["weightKg", "measuredOn"]} />
    </>
  );
}
