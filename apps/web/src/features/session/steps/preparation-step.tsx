import { antisepticIds, antiseptics } from "@fibril/protocol";
import { preparationStepIds, preparationSteps, type SessionRecord } from "@fibril/session";
import { Checkbox } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { Choice } from "../choice.tsx";
import { recordOf } from "../record-of.ts";
import { StepCard } from "../step-card.tsx";
import { TakeOverLast } from "../take-over-last.tsx";
import type { StepOf } from "./step-of.ts";

/** Every tick is a statement of its own, so none is taken over; antiseptic and device may be. */
export function PreparationStep(step: StepOf & { readonly replace: (record: SessionRecord) => void }) {
  const { view, record, change, missing, replace } = step;
  const text = messages.session;
  const caution = record.antiseptic ? antiseptics[record.antiseptic].caution : "";
  return (
    <StepCard step="preparation" missing={missing}>
      <div className="fb-ticks">
        {preparationStepIds.map((id) => (
          <Checkbox
            key={id}
            className="fb-tick"
            label={preparationSteps[id]}
            checked={record.preparation[id] === true}
            onChange={({ currentTarget: { checked } }) => change({ do: "tick", step: id, done: checked })}
          />
        ))}
      </div>
      <TakeOverLast last={view.last && recordOf(view.last)} record={record} change={change} replace={replace} />
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
