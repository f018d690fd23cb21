import { ActionIcon, Group } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { messages } from "../../messages/index.ts";

interface Count {
  readonly label: string;
  /** Null: not recorded; undefined: the zones differ. */
  readonly value: number | null | undefined;
  readonly start: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

export function CountStepper({ label, value, start, max, onChange }: Count) {
  const text = messages.session;
  const step = (by: number) => onChange(Math.min(max, Math.max(1, value == null ? start : value + by)));
  return (
    <fieldset className="fb-choice">
      <legend>{label}</legend>
      <Group gap={12}>
        <ActionIcon variant="default" size={48} aria-label={text.fewer(label)} onClick={() => step(-1)}>
          <IconMinus size={22} />
        </ActionIcon>
        <output className="fb-session-count fb-number">{countText(value)}</output>
        <ActionIcon variant="default" size={48} aria-label={text.more(label)} onClick={() => step(1)}>
          <IconPlus size={22} />
        </ActionIcon>
      </Group>
    </fieldset>
  );
}

function countText(value: number | null | undefined): string {
  if (value === undefined) return messages.session.differs;
  return value === null ? messages.session.notRecorded : String(value);
}
