import type { ResourceSetUpView, ResourcesView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Absences } from "./absences.tsx";
import { kindWords } from "./code-words.ts";
import { KindChoice, knownKinds } from "./kind-choice.tsx";
import { LastDay } from "./last-day.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

interface Card {
  readonly thing: ResourceSetUpView;
  readonly set: ResourcesView;
  readonly today: string;
}

/** A room or a device: where it stands, what it is for, until when it may be used. */
export function ThingCard({ thing, set, today }: Card) {
  const [isEditing, setIsEditing] = useState(false);
  const site = set.sites.find(({ id }) => id === thing.siteId);
  return (
    <Stack component="article" className="fb-card" gap={12} aria-label={thing.name}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {thing.name}
        </Title>
        <Button
          variant="default"
          size="compact-md"
          aria-label={resources.changeOf(resources.details, thing.name)}
          onClick={() => setIsEditing(true)}
        >
          {resources.change}
        </Button>
      </Group>
      {thing.endedOn !== null && thing.endedOn < today && <Text fw={600}>{resources.ended}</Text>}
      {thing.overdue.map((what) => (
        <Text key={what} fw={600} className="fb-lapsed">
          {resources.overdue[what]}
        </Text>
      ))}
      <dl className="fb-facts fb-number">
        <dt>{resources.site}</dt>
        <dd>{site?.name ?? ""}</dd>
        <dt>{resources.kinds}</dt>
        <dd>{thing.kinds.map(kindWords).join(", ")}</dd>
        {thing.kind === "device" && (
          <>
            <dt>{resources.serviceDue}</dt>
            <dd>{thing.serviceDueOn ? dayText(thing.serviceDueOn) : resources.notSet}</dd>
            <dt>{resources.calibrationDue}</dt>
            <dd>{thing.calibrationDueOn ? dayText(thing.calibrationDueOn) : resources.notSet}</dd>
          </>
        )}
      </dl>
      <LastDay thing={thing} set={set} />
      <Absences of={thing} />
      {isEditing && <EditThing thing={thing} set={set} onClose={() => setIsEditing(false)} />}
    </Stack>
  );
}

function EditThing({ thing, set, onClose }: Omit<Card, "today"> & { readonly onClose: () => void }) {
  const [kinds, setKinds] = useState<readonly string[]>(thing.kinds);
  const [edited, setEdited] = useState({
    name: thing.name,
    serviceDueOn: thing.serviceDueOn ?? "",
    calibrationDueOn: thing.calibrationDueOn ?? "",
  });
  const change = useResourceChange(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      version: thing.version,
      name: edited.name,
      kinds,
      serviceDueOn: edited.serviceDueOn || null,
      calibrationDueOn: edited.calibrationDueOn || null,
    };
    change.mutate({ method: "put", path: `/api/resources/${thing.id}`, body });
  };
  const field = (name: keyof typeof edited, label: string) => ({
    label,
    value: edited[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setEdited({ ...edited, [name]: event.currentTarget.value }),
  });
  return (
    <Dialog isOpen onClose={onClose} title={resources.changeOf(resources.details, thing.name)}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          <TextInput required withAsterisk={false} {...field("name", resources.name)} />
          <KindChoice
            known={knownKinds(set, thing.kind === "device" ? "device" : "room")}
            chosen={kinds}
            onChange={setKinds}
          />
          {thing.kind === "device" && <DayField {...field("serviceDueOn", resources.serviceDue)} />}
          {thing.kind === "device" && <DayField {...field("calibrationDueOn", resources.calibrationDue)} />}
          <ResourceProblem fault={change.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {resources.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
