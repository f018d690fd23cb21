import type { ResourceSetUpView, ResourcesView } from "@fibril/contract";
import { Button, CloseButton, Group, NativeSelect, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { qualificationWords } from "./code-words.ts";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

interface Edit {
  readonly person: ResourceSetUpView;
  readonly set: ResourcesView;
  readonly onClose: () => void;
}

export function EditQualifications({ person, set: setUp, onClose }: Edit) {
  const known = knownQualifications(setUp);
  const [held, setHeld] = useState(person.qualifications);
  const change = useResourceChange(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: person.version, qualifications: held };
    change.mutate({ method: "put", path: `/api/resources/${person.id}/qualifications`, body });
  };
  const set = (index: number, part: Partial<(typeof held)[number]>) =>
    setHeld(held.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Dialog isOpen onClose={onClose} title={resources.changeOf(resources.qualifications, person.name)}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          {held.map((one, index) => (
            <Group key={index.toString()} gap={8} align="flex-start">
              <NativeSelect
                label={resources.qualification}
                value={one.name}
                data={known.map((value) => ({ value, label: qualificationWords(value) }))}
                onChange={(event) => set(index, { name: event.currentTarget.value })}
              />
              <DayField
                label={resources.validFrom}
                value={one.validFrom ?? ""}
                onChange={(event) => set(index, { validFrom: event.currentTarget.value || null })}
              />
              <DayField
                label={resources.validTo}
                value={one.validTo ?? ""}
                onChange={(event) => set(index, { validTo: event.currentTarget.value || null })}
              />
              <CloseButton
                size={36}
                className="fb-beside-field"
                aria-label={resources.takeBackOf(qualificationWords(one.name))}
                onClick={() => setHeld(held.filter((_, at) => at !== index))}
              />
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => setHeld([...held, { name: nextOf(known, held), validFrom: null, validTo: null }])}
            >
              {resources.add}
            </Button>
          </Group>
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

/** One that they do not hold yet, where there is one. */
function nextOf(known: readonly string[], held: ResourceSetUpView["qualifications"]): string {
  return known.find((name) => !held.some((one) => one.name === name)) ?? known[0] ?? "";
}

/** What some service asks for, or somebody holds already. */
function knownQualifications({ services, resources: all }: ResourcesView): readonly string[] {
  const held = all.flatMap(({ qualifications }) => qualifications.map(({ name }) => name));
  return [...new Set([...services.map(({ qualification }) => qualification), ...held])].sort();
}
