import type { ResourceSetUpView, SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Absences } from "./absences.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;
const kindNames: Readonly<Record<string, string>> = resources.kindNames;

interface Card {
  readonly thing: ResourceSetUpView;
  readonly sites: readonly SiteSetUpView[];
}

/** A room or a device: where it stands, what it is for, until when it may be used. */
export function ThingCard({ thing, sites }: Card) {
  const [isEditing, setIsEditing] = useState(false);
  const site = sites.find(({ id }) => id === thing.siteId);
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
      {thing.overdue.map((what) => (
        <Text key={what} fw={600} className="fb-lapsed">
          {resources.overdue[what]}
        </Text>
      ))}
      <dl className="fb-facts fb-number">
        <dt>{resources.site}</dt>
        <dd>{site?.name ?? ""}</dd>
        <dt>{resources.kinds}</dt>
        <dd>{thing.kinds.map((kind) => kindNames[kind] ?? kind).join(", ")}</dd>
        {thing.kind === "device" && (
          <>
            <dt>{resources.serviceDue}</dt>
            <dd>{thing.serviceDueOn ? dayText(thing.serviceDueOn) : resources.notSet}</dd>
            <dt>{resources.calibrationDue}</dt>
            <dd>{thing.calibrationDueOn ? dayText(thing.calibrationDueOn) : resources.notSet}</dd>
          </>
        )}
      </dl>
      <Absences of={thing} />
      {isEditing && <EditThing thing={thing} onClose={() => setIsEditing(false)} />}
    </Stack>
  );
}

function EditThing({ thing, onClose }: { readonly thing: ResourceSetUpView; readonly onClose: () => void }) {
  const [edited, setEdited] = useState({
    name: thing.name,
    kinds: thing.kinds.join(", "),
    serviceDueOn: thing.serviceDueOn ?? "",
    calibrationDueOn: thing.calibrationDueOn ?? "",
  });
  const change = useResourceChange(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      version: thing.version,
      name: edited.name,
      kinds: kindsOf(edited.kinds),
      serviceDueOn: edited.serviceDueOn || null,
      calibrationDueOn: edited.calibrationDueOn || null,
    };
    change.mutate({ method: "put", path: `/api/resources/${thing.id}`, body });
  };
  const field = (name: keyof typeof edited, label: string, type: "date" | "text") => (
    <TextInput
      type={type}
      label={label}
      required={type === "text"}
      withAsterisk={false}
      description={name === "kinds" ? resources.kindsHint : undefined}
      value={edited[name]}
      onChange={(event) => setEdited({ ...edited, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog isOpen onClose={onClose} title={resources.changeOf(resources.details, thing.name)}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          {field("name", resources.name, "text")}
          {field("kinds", resources.kinds, "text")}
          {thing.kind === "device" && field("serviceDueOn", resources.serviceDue, "date")}
          {thing.kind === "device" && field("calibrationDueOn", resources.calibrationDue, "date")}
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

export function kindsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((kind) => kind.trim())
    .filter((kind) => kind !== "");
}
