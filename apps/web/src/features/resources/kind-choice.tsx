import type { ResourcesView } from "@fibril/contract";
import { Checkbox, Group } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { kindWords } from "./code-words.ts";

const { resources } = messages;

interface Choice {
  readonly known: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** What a room or a device is used for. */
export function KindChoice({ known, chosen, onChange }: Choice) {
  const all = [...new Set([...known, ...chosen])];
  return (
    <Checkbox.Group label={resources.kinds} value={[...chosen]} onChange={onChange}>
      <Group gap={16} mt={4}>
        {all.map((kind) => (
          <Checkbox key={kind} value={kind} label={kindWords(kind)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The kinds that some service asks for or that something is of already. */
export function knownKinds({ services, resources: things }: ResourcesView, kind: "room" | "device"): readonly string[] {
  const asked = services.flatMap(({ prepRoomKind, treatmentRoomKind, deviceKind }) =>
    kind === "room" ? [prepRoomKind, treatmentRoomKind] : deviceKind === null ? [] : [deviceKind],
  );
  return [...new Set([...asked, ...things.filter((thing) => thing.kind === kind).flatMap(({ kinds }) => kinds)])];
}
