import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;
const empty = { day: "", reason: "" };
const firstLines = 4;

/** Several closed days with a name each, saved together: a year's bank holidays as the clinic knows them. */
export function ClosureList({ site, onClose }: { readonly site: SiteSetUpView; readonly onClose: () => void }) {
  const [lines, setLines] = useState(Array.from({ length: firstLines }, () => empty));
  const close = useResourceChange(onClose);
  const filled = lines.filter(({ day, reason }) => day !== "" || reason.trim() !== "");
  const isWhole = filled.length > 0 && filled.every(({ day, reason }) => day !== "" && reason.trim() !== "");
  const set = (index: number, part: Partial<typeof empty>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ method: "post", path: `/api/sites/${site.id}/closure-lists`, body: { closures: filled } });
  };
  return (
    <Dialog isOpen onClose={onClose} title={resources.listClosuresOf(site.name)}>
      <form onSubmit={submit}>
        <Stack gap={12}>
          <Text c="dimmed">{resources.listClosuresHint}</Text>
          {lines.map((line, index) => (
            <Group key={index.toString()} gap={8} align="flex-start" grow>
              <DayField
                label={resources.dayNumbered(index + 1)}
                value={line.day}
                onChange={(event) => set(index, { day: event.currentTarget.value })}
              />
              <TextInput
                label={resources.nameNumbered(index + 1)}
                value={line.reason}
                onChange={(event) => set(index, { reason: event.currentTarget.value })}
              />
            </Group>
          ))}
          <Group>
            <Button variant="default" size="compact-md" onClick={() => setLines([...lines, empty])}>
              {resources.oneMoreDay}
            </Button>
          </Group>
          <ResourceProblem fault={close.error} />
          <Group justify="flex-end">
            <Button type="submit" disabled={!isWhole} loading={close.isPending}>
              {resources.closeDays(filled.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
