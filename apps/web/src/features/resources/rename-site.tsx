import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

export function RenameSite({ site, onClose }: { readonly site: SiteSetUpView; readonly onClose: () => void }) {
  const [edited, setEdited] = useState({ name: site.name, address: site.address });
  const change = useResourceChange(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ method: "put", path: `/api/sites/${site.id}`, body: { version: site.version, ...edited } });
  };
  const field = (name: keyof typeof edited, label: string) => (
    <TextInput
      label={label}
      required={name === "name"}
      withAsterisk={false}
      value={edited[name]}
      onChange={(event) => setEdited({ ...edited, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog isOpen onClose={onClose} title={resources.changeOf(resources.siteDetails, site.name)}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          {field("name", resources.name)}
          {field("address", resources.address)}
          <Text c="dimmed">{resources.siteDetailsHint}</Text>
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
