import "./face-map.css";
import { Button, Group, Text } from "@mantine/core";
import { useId } from "react";
import { messages } from "../messages/index.ts";
import { drawingHeight, drawingWidth, features } from "./face-map-shapes.ts";
import { FaceMapZone, type ZoneOnMap } from "./face-map-zone.tsx";

interface Map {
  readonly zones: readonly ZoneOnMap[];
  readonly selected: ReadonlySet<string>;
  /** Leave out to show only. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly label?: string;
}

/** A face seen from the front: the patient's right is on the viewer's left. Tap or press Enter to choose zones. */
export function FaceMap({ zones, selected, onSelect, label = messages.ui.faceMap }: Map) {
  const hatch = useId();
  const toggle = (id: string) => {
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
        {zones.map((zone) => (
          <FaceMapZone
            key={zone.id}
            zone={zone}
            hatch={`url(#${hatch})`}
            isSelected={selected.has(zone.id)}
            onToggle={onSelect && zone.state !== "blocked" ? () => toggle(zone.id) : undefined}
          />
        ))}
      </svg>
      {onSelect && <Choice zones={zones} selected={selected} onSelect={onSelect} />}
    </figure>
  );
}

type Choosing = Required<Pick<Map, "zones" | "selected" | "onSelect">>;

function Choice({ zones, selected, onSelect }: Choosing) {
  const face = zones.filter(({ state, isFace }) => state !== "blocked" && isFace).map(({ id }) => id);
  return (
    <Group justify="space-between" gap={8} mt={8}>
      <Text size="sm" c="dimmed" role="status">
        {selected.size === 0 ? messages.ui.zonesHint : messages.ui.zoneCount(selected.size)}
      </Text>
      <Group gap={8}>
        <Button variant="default" h={44} onClick={() => onSelect(new Set(face))}>
          {messages.ui.zonesAllFace}
        </Button>
        <Button variant="subtle" h={44} disabled={selected.size === 0} onClick={() => onSelect(new Set())}>
          {messages.ui.zonesClear}
        </Button>
      </Group>
    </Group>
  );
}
