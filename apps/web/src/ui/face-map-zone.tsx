import type { KeyboardEvent } from "react";
import { messages } from "../messages/index.ts";
import { drawingWidth, middleZones, pairedZones, type ZoneShape } from "./face-map-shapes.ts";

export interface ZoneOnMap {
  readonly id: string;
  /** In words, with its side: "Cheek, left". */
  readonly label: string;
  readonly shape: keyof typeof middleZones | keyof typeof pairedZones;
  readonly side: "right" | "left" | "middle";
  readonly state: "free" | "proposed" | "done" | "blocked";
  readonly isFace: boolean;
  /** Short, drawn in the zone: "0.75". */
  readonly value?: string;
  /** Longer, read aloud: "0.75 mm, 4 passes, planned 0.50 mm". */
  readonly valueText?: string;
}

interface Drawn {
  readonly zone: ZoneOnMap;
  readonly hatch: string;
  readonly isSelected: boolean;
  readonly onToggle: (() => void) | undefined;
}

const shapes: Readonly<Record<string, ZoneShape>> = { ...middleZones, ...pairedZones };

export function FaceMapZone({ zone, hatch, isSelected, onToggle }: Drawn) {
  const shape = shapes[zone.shape];
  if (!shape) return null;
  const isLeft = zone.side === "left";
  const [x, y] = shape.at;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onToggle?.();
  };
  return (
    <g
      className={`fb-zone fb-zone-${zone.state}`}
      data-zone={zone.id}
      {...(onToggle
        ? { role: "button", tabIndex: 0, "aria-pressed": isSelected, onClick: onToggle, onKeyDown: press }
        : { role: "img" })}
      aria-label={spoken(zone)}
    >
      <path
        d={shape.path}
        {...(isLeft ? { transform: `translate(${drawingWidth} 0) scale(-1 1)` } : {})}
        {...(zone.state === "blocked" ? { style: { fill: hatch } } : {})}
      />
      {zone.value && (
        <text x={isLeft ? drawingWidth - x : x} y={y + 4} textAnchor="middle">
          {zone.value}
        </text>
      )}
    </g>
  );
}

function spoken({ label, state, value, valueText }: ZoneOnMap): string {
  return [label, valueText ?? value, messages.ui.zoneStates[state]].filter(Boolean).join(", ");
}
