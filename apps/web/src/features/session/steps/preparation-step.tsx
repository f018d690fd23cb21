import { antisepticIds, antiseptics } from "@fibril/protocol";
import { preparationStepIds, preparationSteps } from "@fibril/session";
import { Checkbox } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { StepCard } from "../step-card.tsx";
import type { StepOf } from "./step-of.ts";

export function PreparationStep({ record, change, missing }: StepOf) {
  const text = messages.session;
  const caution = record.antiseptic ? antiseptics[record.antiseptic].caution : "";
  return (
    <StepCard step="preparation" missing={missing}>
      <div className="fb-ticks">
        {preparationStepIds.map((step) => (
          <Checkbox
            key={step}
            className="fb-tick"
            label={preparationSteps[step]}
            checked={record.preparation[step] === true}
            onChange={({ currentTarget: { checked } }) => change({ do: "tick", step, done: checked })}
          />
        ))}
      </div>
      <Choice
        legend={text.antiseptic}
        options={antisepticIds.map((id) => ({ value: id, label: antiseptics[id].label }))}
        chosen={record.antiseptic ? [record.antiseptic] : []}
        onChoose={(antiseptic) => change({ do: "choose-antiseptic", antiseptic })}
      >
        {caution && <p className="fb-muted">{caution}</p>}
      </Choice>
    </StepCard>
  );
}
