import type { Detail } from "@fibril/suitability";
import { Button, Stack } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { type Given, withDetail } from "./intake-answers.ts";
import { IntakeDetail, type SingleDetail } from "./intake-detail.tsx";

interface Entries {
  readonly path: string;
  readonly detail: Detail & { readonly kind: "list" };
  readonly entries: readonly Given[];
  readonly today: string;
  readonly fault: Error | null;
  readonly onChange: (entries: readonly Given[]) => void;
}

/** A list such as the earlier treatments: there is always one to fill in. */
export function IntakeEntries({ path, detail, entries, today, fault, onChange }: Entries) {
  const text = messages.portal.forms;
  const shown = entries.length > 0 ? entries : [{}];
  return (
    <Stack gap={16}>
      {shown.map((entry, index) => (
        <fieldset key={index} className="fb-entry">
          <legend>{text.entry(index + 1)}</legend>
          <Stack gap={12}>
            {singlesOf(detail.of).map(([name, of]) => (
              <IntakeDetail
                key={name}
                name={name}
                path={`${path}.${index}.${name}`}
                detail={of}
                given={entry}
                today={today}
                fault={fault}
                onChange={(value) => onChange(shown.with(index, withDetail(entry, detail.of, { name, value })))}
              />
            ))}
            {shown.length > 1 && (
              <Button variant="subtle" onClick={() => onChange(shown.toSpliced(index, 1))}>
                {text.removeEntry(index + 1)}
              </Button>
            )}
          </Stack>
        </fieldset>
      ))}
      <Button variant="default" h={44} onClick={() => onChange([...shown, {}])}>
        {text.addEntry}
      </Button>
    </Stack>
  );
}

function singlesOf(details: Readonly<Record<string, Detail>>): readonly (readonly [string, SingleDetail])[] {
  return Object.entries(details).flatMap(([name, detail]) => (detail.kind === "list" ? [] : [[name, detail] as const]));
}
