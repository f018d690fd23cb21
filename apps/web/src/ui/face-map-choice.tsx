import { type ZoneId, zones } from "@fibril/protocol";
import { Button, Group, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";
import { shapeOf } from "./face-map-shapes.ts";

interface Choice {
  readonly open: readonly ZoneId[];
  readonly selected: ReadonlySet<ZoneId>;
  readonly onSelect: (selected: ReadonlySet<ZoneId>) => void;
  readonly onToggle: (zone: ZoneId) => void;
}

/** What the drawing can't offer: the whole face at once, zones of the body, none. */
export function FaceMapChoice({ open, selected, onSelect, onToggle }: Choice) {
  const face = open.filter((id) => zones[id].region === "face");
  return (
    <>
      <Group gap={8} mt={8}>
        <Button variant="default" h={44} onClick={() => onSelect(new Set(face))}>
          {messages.ui.zonesAllFace}
        </Button>
        {open
          .filter((id) => shapeOf(id) === null)
          .map((id) => (
            <Button
              key={id}
              variant={selected.has(id) ? "light" : "default"}
              h={44}
              aria-pressed={selected.has(id)}
              onClick={() => onToggle(id)}
            >
              {zones[id].label}
            </Button>
          ))}
        <Button variant="subtle" h={44} disabled={selected.size === 0} onClick={() => onSelect(new Set())}>
          {messages.ui.zonesClear}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status" mt={8}>
        {selected.size === 0 ? messages.ui.zonesHint : messages.ui.zoneCount(selected.size)}
      </Text>
    </>
  );
}
