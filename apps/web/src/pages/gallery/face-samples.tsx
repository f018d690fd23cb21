import type { ZoneId } from "@fibril/protocol";
import { useState } from "react";
import { DepthStepper } from "../../ui/depth-stepper.tsx";
import { FaceMap } from "../../ui/face-map.tsx";
import type { ZoneMark } from "../../ui/face-map-zone.tsx";

const marks = { defaultMm: 0.75, thresholdMm: 1.5, limitMm: 2.5 };

const done: ZoneMark = { state: "done", value: "0.50", valueText: "0.50 mm, 3 passes" };
const proposed: ZoneMark = { state: "proposed", value: "0.50", valueText: "0.50 mm, 3 passes" };
const zoneMarks = { "forehead-right": done, "forehead-left": done, glabella: done, nose: proposed, chin: proposed };

export function FaceSamples() {
  const [selected, setSelected] = useState<ReadonlySet<ZoneId>>(new Set(["cheek-left", "cheek-right"]));
  const [depth, setDepth] = useState<number | null>(0.75);
  const [lastTime, setLastTime] = useState<number | null>(1.6);
  const [unset, setUnset] = useState<number | null>(null);
  return (
    <div className="fb-gallery-split">
      <FaceMap marks={zoneMarks} selected={selected} onSelect={setSelected} />
      <div>
        <DepthStepper label="Cheeks" valueMm={depth} marks={marks} onChange={setDepth} />
        <DepthStepper
          label="Proposed from last time"
          valueMm={lastTime}
          marks={marks}
          onChange={setLastTime}
          isProposed
        />
        <DepthStepper
          label="Around the eyes"
          valueMm={unset}
          marks={{ defaultMm: 0.25, thresholdMm: 0.5, limitMm: 2.5 }}
          onChange={setUnset}
        />
      </div>
    </div>
  );
}
