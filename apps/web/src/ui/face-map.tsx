import "./face-map.css";
import { type ZoneId, zoneIds, zones } from "@fibril/protocol";
import { useId } from "react";
import { messages } from "../messages/index.ts";
import { FaceMapChoice } from "./face-map-choice.tsx";
import { drawingHeight, drawingWidth, features } from "./face-map-shapes.ts";
import { FaceMapZone, type ZoneMark } from "./face-map-zone.tsx";

interface FaceMapOf {
  /** What is known of each zone; one without a mark is free. Inside the orbital rim is blocked whatever is said. */
  readonly marks: Readonly<Partial<Record<ZoneId, ZoneMark>>>;
  readonly selected: ReadonlySet<ZoneId>;
  /** Leave out to show only. */
  readonly onSelect?: (selected: ReadonlySet<ZoneId>) => void;
  readonly label?: string;
}

const blocked: ZoneMark = { state: "blocked" };
const free: ZoneMark = { state: "free" };

/** A face seen from the front: the patient's right is on the viewer's left. Tap or press Enter to choose zones. */
export function FaceMap({ marks, selected, onSelect, label = messages.ui.faceMap }: FaceMapOf) {
  const hatch = useId();
  const markOf = (id: ZoneId) => (zones[id].insideOrbitalRim ? blocked : (marks[id] ?? free));
  const toggle = (id: ZoneId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  return (
    <figure className="fb-face-map" aria-label={label}>
      <svg viewBox={`0 0 ${drawingWidth} ${drawingHeight}`} role="presentation">
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="fb-zone-hatch" d="M0 0V7" />
          </pattern>
        </defs>
        <path className="fb-face-skin" d={features[0]} />
        {features.map((d) => (
          <path key={d} className="fb-face-line" d={d} />
        ))}
        <text className="fb-face-side" x="14" y="24">
          {messages.ui.patientsRight}
        </text>
        <text className="fb-face-side" x="386" y="24" textAnchor="end">
          {messages.ui.patientsLeft}
        </text>
        {zoneIds.map((id) => (
          <FaceMapZone
            key={id}
            id={id}
            mark={markOf(id)}
            hatch={`url(#${hatch})`}
            isSelected={selected.has(id)}
            onToggle={onSelect && markOf(id).state !== "blocked" ? () => toggle(id) : undefined}
          />
        ))}
      </svg>
      {onSelect && (
        <FaceMapChoice
          open={zoneIds.filter((id) => markOf(id).state !== "blocked")}
          selected={selected}
          onSelect={onSelect}
          onToggle={toggle}
        />
      )}
    </figure>
  );
}
