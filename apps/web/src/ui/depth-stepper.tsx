import "./depth-stepper.css";
import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import { messages } from "../messages/index.ts";
import { DepthLegend, DepthScale } from "./depth-scale.tsx";
import { clampDepth, type DepthMarks, depthText, stepMm } from "./depth-steps.ts";

interface Stepper {
  readonly label?: string;
  /** Null: nothing set yet, which is not zero. */
  readonly valueMm: number | null;
  /** What stands where no one value is set: such as that the zones differ. */
  readonly unset?: string;
  readonly marks: DepthMarks;
  readonly onChange: (valueMm: number) => void;
  readonly isProposed?: boolean;
}

export function DepthStepper(stepper: Stepper) {
  const { label = messages.ui.depth, valueMm, unset = messages.ui.depthNone, marks, onChange } = stepper;
  const { isProposed = false } = stepper;
  const id = useId();
  const step = (by: number) => onChange(clampDepth(valueMm === null ? marks.defaultMm : valueMm + by, marks.limitMm));
  const isOver = valueMm !== null && valueMm > marks.thresholdMm;
  const shown = valueMm === null ? unset : messages.ui.depthValue(depthText(valueMm));
  return (
    <div className="fb-depth" data-unset={valueMm === null} data-proposed={isProposed} data-over={isOver}>
      <div className="fb-depth-head">
        <label htmlFor={id}>{label}</label>
        <output className="fb-number">{isProposed ? `${shown} · ${messages.ui.zoneStates.proposed}` : shown}</output>
      </div>
      <div className="fb-depth-row">
        <ActionIcon variant="default" size={48} aria-label={messages.ui.shallower} onClick={() => step(-stepMm)}>
          <IconMinus size={22} />
        </ActionIcon>
        <div className="fb-depth-track">
          <input
            id={id}
            type="range"
            min={0}
            max={marks.limitMm}
            step={stepMm}
            value={valueMm ?? 0}
            aria-valuetext={shown}
            onChange={(event) => onChange(clampDepth(event.currentTarget.valueAsNumber, marks.limitMm))}
          />
          <DepthScale marks={marks} />
        </div>
        <ActionIcon variant="default" size={48} aria-label={messages.ui.deeper} onClick={() => step(stepMm)}>
          <IconPlus size={22} />
        </ActionIcon>
      </div>
      <DepthLegend marks={marks} />
      <p className="fb-depth-note" role="status">
        {isOver ? messages.ui.depthOverThreshold : ""}
      </p>
    </div>
  );
}
