import type { SessionView } from "@fibril/contract";
import type { ZoneId } from "@fibril/protocol";
import type { Gap, SessionChange, SessionRecord } from "@fibril/session";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { FaceMap } from "../../ui/face-map.tsx";
import { gapLines, type StepId, stepOfGap } from "./open-gaps.ts";
import { AnaestheticStep } from "./steps/anaesthetic-step.tsx";
import { DeviceStep } from "./steps/device-step.tsx";
import { EndingStep } from "./steps/ending-step.tsx";
import { FindingsStep } from "./steps/findings-step.tsx";
import { PreparationStep } from "./steps/preparation-step.tsx";
import { SinceLastTimeStep } from "./steps/since-last-time-step.tsx";
import { TopicalsStep } from "./steps/topicals-step.tsx";
import { ZonesStep } from "./steps/zones-step.tsx";
import { zoneMarks } from "./zone-choice.ts";

interface Editor {
  readonly view: SessionView;
  readonly record: SessionRecord;
  readonly gaps: readonly Gap[];
  readonly change: (...changes: readonly SessionChange[]) => void;
  readonly replace: (record: SessionRecord) => void;
  readonly weight?: ReactNode;
}

/** The face map on the left; on the right everything in the order of work. */
export function RecordEditor({ view, record, gaps, change, replace, weight = null }: Editor) {
  const [chosen, setChosen] = useState<ReadonlySet<ZoneId>>(new Set());
  const isNarrow = useMediaQuery("(max-width: 860px)") ?? false;
  const missingIn = (step: StepId) => gapLines(gaps.filter((gap) => stepOfGap(gap) === step)).length;
  const of = (step: StepId) => ({ view, record, change, missing: missingIn(step) });
  const choose = (zones: ReadonlySet<ZoneId>) => {
    if (chosen.size === 0 && zones.size > 0 && !isNarrow) document.getElementById("step-zones")?.scrollIntoView();
    setChosen(zones);
  };
  const map = <FaceMap marks={zoneMarks(record)} selected={chosen} onSelect={choose} />;
  return (
    <div className="fb-session">
      {!isNarrow && <div className="fb-session-map">{map}</div>}
      <div className="fb-session-steps">
        <SinceLastTimeStep {...of("sinceLastTime")} />
        <PreparationStep {...of("preparation")} replace={replace} />
        <AnaestheticStep {...of("anaesthetic")} weight={weight} />
        <DeviceStep {...of("device")} replace={replace} />
        <ZonesStep
          {...of("zones")}
          chosen={[...chosen]}
          onChoose={(zones) => setChosen(new Set(zones))}
          map={isNarrow ? map : null}
        />
        <TopicalsStep {...of("topicals")} />
        <EndingStep {...of("ending")} />
        <FindingsStep {...of("findings")} />
      </div>
    </div>
  );
}
