import type { ResourceSetUpView, ResourcesView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { kindWords } from "./code-words.ts";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

interface Thing {
  readonly thing: ResourceSetUpView;
  readonly set: ResourcesView;
}

/** Until when a room or a device is in use; taken back where it was a mistake. */
export function LastDay({ thing, set }: Thing) {
  const [isEnding, setIsEnding] = useState(false);
  const takeBack = useResourceChange();
  const { id, name, version, endedOn } = thing;
  return (
    <Stack gap={8}>
      <Group justify="space-between">
        <Text className="fb-number">
          <strong>{resources.lastDayInUse}</strong> {endedOn ? dayText(endedOn) : resources.stays}
        </Text>
        {endedOn ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={resources.takeBackLastDay(name)}
            loading={takeBack.isPending}
            onClick={() =>
              takeBack.mutate({
                method: "put",
                path: `/api/resources/${id}/last-day`,
                body: { version, lastDay: null },
              })
            }
          >
            {resources.takeBack}
          </Button>
        ) : (
          <Button
            variant="default"
            size="compact-md"
            aria-label={resources.endOf(name)}
            onClick={() => setIsEnding(true)}
          >
            {resources.end}
          </Button>
        )}
      </Group>
      <ResourceProblem fault={takeBack.error} />
      {isEnding && <EndThing thing={thing} set={set} onClose={() => setIsEnding(false)} />}
    </Stack>
  );
}

function EndThing({ thing, set, onClose }: Thing & { readonly onClose: () => void }) {
  const [lastDay, setLastDay] = useState("");
  const end = useResourceChange(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: thing.version, lastDay };
    end.mutate({ method: "put", path: `/api/resources/${thing.id}/last-day`, body });
  };
  const only = kindsOfItAlone(thing, set);
  const site = set.sites.find(({ id }) => id === thing.siteId)?.name ?? "";
  return (
    <Dialog isOpen onClose={onClose} title={resources.endOf(thing.name)}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          <Text>{resources.endText}</Text>
          {only.length > 0 && (
            <Text fw={550} className="fb-lapsed">
              {resources.endOnly(only.map(kindWords).join(", "), site)}
            </Text>
          )}
          <DayField
            label={resources.lastDayInUse}
            required
            withAsterisk={false}
            value={lastDay}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          <ResourceProblem fault={end.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={end.isPending}>
              {resources.end}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What nothing else that stays at its site is used for. */
export function kindsOfItAlone(thing: ResourceSetUpView, { resources: all }: Pick<ResourcesView, "resources">) {
  const others = all.filter(
    ({ id, kind, siteId, endedOn }) =>
      id !== thing.id && kind === thing.kind && siteId === thing.siteId && endedOn === null,
  );
  return thing.kinds.filter((kind) => !others.some(({ kinds }) => kinds.includes(kind)));
}
