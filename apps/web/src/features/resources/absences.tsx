import type { ResourceSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

/** Leave of a person, or when a room or a device is out of use; taken back where it was a mistake. */
export function Absences({ of }: { readonly of: ResourceSetUpView }) {
  const [isAdding, setIsAdding] = useState(false);
  const takeBack = useResourceChange();
  return (
    <Stack gap={8}>
      <Text fw={550}>{of.kind === "practitioner" ? resources.leave : resources.outage}</Text>
      {of.absences.length === 0 && <Text c="dimmed">{resources.noAbsence[of.kind]}</Text>}
      {of.absences.map(({ id, fromDay, toDay, reason }) => {
        const line = resources.absenceLine(dayText(fromDay), dayText(toDay), reason);
        return (
          <Group key={id} justify="space-between">
            <Text className="fb-number">{line}</Text>
            <Button
              variant="default"
              size="compact-md"
              aria-label={resources.takeBackOf(line)}
              onClick={() => takeBack.mutate({ method: "delete", path: `/api/absences/${id}` })}
            >
              {resources.takeBack}
            </Button>
          </Group>
        );
      })}
      <ResourceProblem fault={takeBack.error} />
      {isAdding ? (
        <AbsenceForm of={of} onDone={() => setIsAdding(false)} />
      ) : (
        <Group>
          <Button variant="default" size="compact-md" onClick={() => setIsAdding(true)}>
            {resources.addAbsence[of.kind]}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function AbsenceForm({ of, onDone }: { readonly of: ResourceSetUpView; readonly onDone: () => void }) {
  const [absence, setAbsence] = useState({ fromDay: "", toDay: "", reason: "" });
  const add = useResourceChange(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const toDay = absence.toDay === "" ? absence.fromDay : absence.toDay;
    add.mutate({ method: "post", path: `/api/resources/${of.id}/absences`, body: { ...absence, toDay } });
  };
  const field = (name: keyof typeof absence, label: string) => ({
    label,
    required: name !== "toDay",
    withAsterisk: false,
    value: absence[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setAbsence({ ...absence, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap={8}>
        <DayField {...field("fromDay", resources.firstDay)} />
        <DayField {...field("toDay", resources.lastDay)} />
        <TextInput {...field("reason", resources.reason)} />
      </Group>
      <Group gap={8} mt={12}>
        <Button type="submit" loading={add.isPending}>
          {resources.addAbsence[of.kind]}
        </Button>
        <Button variant="default" onClick={onDone}>
          {resources.cancel}
        </Button>
      </Group>
      <ResourceProblem fault={add.error} />
    </form>
  );
}
