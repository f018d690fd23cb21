import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import type { Hours } from "./hours.ts";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";
import { WeekEditor } from "./week-editor.tsx";

const { resources } = messages;

interface Edit {
  readonly title: string;
  readonly hours: readonly Hours[];
  readonly empty: string;
  /** For a person: the hours may be taken over from where they work. */
  readonly sites?: readonly Pick<SiteSetUpView, "id" | "name" | "hours">[];
  readonly changeOf: (hours: readonly Hours[]) => { readonly path: string; readonly body: unknown };
  readonly onClose: () => void;
}

export function EditHours({ title, hours, empty, sites, changeOf, onClose }: Edit) {
  const [edited, setEdited] = useState(hours);
  const change = useResourceChange(onClose);
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Stack gap={16}>
        {edited.length === 0 && <AsOpening sites={sites ?? []} onTake={setEdited} />}
        <WeekEditor hours={edited} empty={empty} {...(sites ? { sites } : {})} onChange={setEdited} />
        <ResourceProblem fault={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {resources.cancel}
          </Button>
          <Button loading={change.isPending} onClick={() => change.mutate({ method: "put", ...changeOf(edited) })}>
            {resources.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface Taking {
  readonly sites: readonly Pick<SiteSetUpView, "id" | "name" | "hours">[];
  readonly onTake: (hours: readonly Hours[]) => void;
}

/** Most people begin with the hours of where they work. */
function AsOpening({ sites, onTake }: Taking) {
  const open = sites.filter(({ hours }) => hours.length > 0);
  if (open.length === 0) return null;
  return (
    <Group>
      {open.map(({ id, name, hours }) => (
        <Button
          key={id}
          variant="default"
          size="compact-md"
          onClick={() => onTake(hours.map((one) => ({ ...one, siteId: id })))}
        >
          {resources.asOpening(name)}
        </Button>
      ))}
    </Group>
  );
}
