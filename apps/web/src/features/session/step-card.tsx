import { Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { messages } from "../../messages/index.ts";
import type { StepId } from "./open-gaps.ts";

interface Step {
  readonly step: StepId;
  /** How many things are still missing here; 0 is done. */
  readonly missing: number;
  readonly children: ReactNode;
}

/** One step of the work, with what it still lacks beside its name. */
export function StepCard({ step, missing, children }: Step) {
  const heading = useId();
  const text = messages.session;
  return (
    <section className="fb-card fb-step" id={`step-${step}`} aria-labelledby={heading} data-open={missing > 0}>
      <div className="fb-step-head">
        <Title order={2} id={heading}>
          {text.steps[step]}
        </Title>
        <span className="fb-step-state">{missing > 0 ? text.stillMissing(missing) : text.stepDone}</span>
      </div>
      <Stack gap={16}>{children}</Stack>
    </section>
  );
}
