import { type ZoneId, zones } from "@fibril/protocol";
import type { KeyboardEvent } from "react";
import { messages } from "../messages/index.ts";
import { drawingWidth, shapeOf } from "./face-map-shapes.ts";

export interface ZoneMark {
  readonly state: "free" | "proposed" | "done" | "blocked";
  /** Short, drawn in the zone: "0.75". */
  readonly value?: string;
  /** Longer, read aloud: "0.75 mm, 4 passes, planned 0.50 mm". */
  readonly valueText?: string;
}

/** Too small for a finger as they are drawn. */
const small: ReadonlySet<ZoneId> = new Set<ZoneId>([
  "glabella",
  "temple-right",
  "temple-left",
  "upper-lip",
  "lower-lip",
  "chin",
]);
/** What can be tapped reaches a little past the line, into the gap and the edge of the next zone. */
const reach = { fill: "none", stroke: "transparent", strokeWidth: 18, strokeDasharray: "none" } as const;

interface Drawn {
  readonly id: ZoneId;
  readonly mark: ZoneMark;
  readonly hatch: string;
  readonly isSelected: boolean;
  readonly onToggle: (() => void) | undefined;
}

export function FaceMapZone({ id, mark, hatch, isSelected, onToggle }: Drawn) {
  const shape = shapeOf(id);
  if (!shape) return null;
  const isLeft = zones[id].side === "left";
  const turned = isLeft ? { transform: `translate(${drawingWidth} 0) scale(-1 1)` } : {};
  const [x, y] = shape.at;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onToggle?.();
  };
  return (
    <g
      className={`fb-zone fb-zone-${mark.state}`}
      data-zone={id}
      {...(onToggle
        ? { role: "button", tabIndex: 0, "aria-pressed": isSelected, onClick: onToggle, onKeyDown: press }
        : { role: "img" })}
      aria-label={spoken(id, mark)}
    >
      {onToggle && small.has(id) && <path d={shape.path} style={reach} pointerEvents="stroke" {...turned} />}
      <path d={shape.path} {...turned} {...(mark.state === "blocked" ? { style: { fill: hatch } } : {})} />
      {mark.value && (
        <text x={isLeft ? drawingWidth - x : x} y={y + 4} textAnchor="middle">
          {mark.value}
        </text>
      )}
    </g>
  );
}

function spoken(id: ZoneId, { state, value, valueText }: ZoneMark): string {
  return [zones[id].label, valueText ?? value, messages.ui.zoneStates[state]].filter(Boolean).join(", ");
}
