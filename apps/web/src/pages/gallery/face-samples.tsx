import { useState } from "react";
import { DepthStepper } from "../../ui/depth-stepper.tsx";
import { FaceMap } from "../../ui/face-map.tsx";
import type { ZoneOnMap } from "../../ui/face-map-zone.tsx";

const paired = [
  "forehead",
  "temple",
  "orbital",
  "periorbital",
  "cheek",
  "zygoma",
  "perioral",
  "jawline",
  "hand",
] as const;
const middle = ["glabella", "nose", "upper-lip", "chin", "neck", "decollete"] as const;
const done = new Set(["forehead right", "forehead left", "glabella middle"]);
const marks = { defaultMm: 0.75, thresholdMm: 1.5, limitMm: 2.5 };

const zones: readonly ZoneOnMap[] = [
  ...middle.map((shape) => zone(shape, "middle")),
  ...paired.flatMap((shape) => [zone(shape, "right"), zone(shape, "left")]),
];

export function FaceSamples() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(["cheek left", "cheek right"]));
  const [depth, setDepth] = useState<number | null>(0.75);
  const [proposed, setProposed] = useState<number | null>(1.6);
  const [unset, setUnset] = useState<number | null>(null);
  return (
    <div className="fb-gallery-split">
      <FaceMap zones={zones} selected={selected} onSelect={setSelected} />
      <div>
        <DepthStepper label="Cheeks" valueMm={depth} marks={marks} onChange={setDepth} />
        <DepthStepper
          label="Proposed from last time"
          valueMm={proposed}
          marks={marks}
          onChange={setProposed}
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

function zone(shape: ZoneOnMap["shape"], side: ZoneOnMap["side"]): ZoneOnMap {
  const id = `${shape} ${side}`;
  const isFace = !["neck", "decollete", "hand"].includes(shape);
  const base = { id, shape, side, isFace, label: side === "middle" ? shape : `${shape}, ${side}` };
  if (shape === "orbital") return { ...base, label: `Inside the orbital rim, ${side}`, state: "blocked" };
  if (done.has(id)) return { ...base, state: "done", value: "0.50", valueText: "0.50 mm, 3 passes" };
  if (shape === "nose" || shape === "chin") return { ...base, state: "proposed", value: "0.50" };
  return { ...base, state: "free" };
}
