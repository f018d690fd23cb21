import type { ResourcesView } from "@fibril/contract";
import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { KindChoice, knownKinds } from "./kind-choice.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;

interface AddThing {
  readonly kind: "room" | "device";
  readonly set: ResourcesView;
}

export function AddThingButton({ kind, set }: AddThing) {
  const [isOpen, setIsOpen] = useState(false);
  const words = kind === "room" ? resources.addRoom : resources.addDevice;
  return (
    <Group>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {words}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={words}>
        <ThingForm kind={kind} set={set} onDone={() => setIsOpen(false)} />
      </Dialog>
    </Group>
  );
}

function ThingForm({ kind, set, onDone }: AddThing & { readonly onDone: () => void }) {
  const [name, setName] = useState("");
  const known = knownKinds(set, kind);
  const [kinds, setKinds] = useState(known);
  const [siteId, setSiteId] = useState(set.sites[0]?.id ?? "");
  const add = useResourceChange(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { kind, name, siteId, staffId: null, kinds };
    add.mutate({ method: "post", path: "/api/resources", body });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <TextInput
          label={resources.name}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <KindChoice known={known} chosen={kinds} onChange={setKinds} />
        <NativeSelect
          label={resources.site}
          value={siteId}
          data={set.sites.map(({ id, name: site }) => ({ value: id, label: site }))}
          onChange={(event) => setSiteId(event.currentTarget.value)}
        />
        <ResourceProblem fault={add.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {resources.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Practitioners of the staff who have no roster and no qualification yet. */
export function AddPeople({ unlisted }: Pick<ResourcesView, "unlisted">) {
  const add = useResourceChange();
  if (unlisted.length === 0) return null;
  return (
    <Stack className="fb-card" gap={8}>
      <Text>{resources.unlisted}</Text>
      <Group>
        {unlisted.map(({ staffId, name }) => (
          <Button
            key={staffId}
            variant="default"
            loading={add.isPending}
            onClick={() => {
              const body = { kind: "practitioner", name, siteId: null, staffId, kinds: [] };
              add.mutate({ method: "post", path: "/api/resources", body });
            }}
          >
            {resources.addPerson(name)}
          </Button>
        ))}
      </Group>
      <ResourceProblem fault={add.error} />
    </Stack>
  );
}

export function AddSiteButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [site, setSite] = useState({ name: "", timeZone: "Europe/London", address: "" });
  const add = useResourceChange(() => setIsOpen(false));
  const field = (name: keyof typeof site, label: string) => (
    <TextInput
      label={label}
      required={name !== "address"}
      withAsterisk={false}
      description={name === "timeZone" ? resources.timeZoneHint : undefined}
      value={site[name]}
      onChange={(event) => setSite({ ...site, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Group>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {resources.addSite}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={resources.addSite}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ method: "post", path: "/api/sites", body: site });
          }}
        >
          <Stack gap={16}>
            {field("name", resources.name)}
            {field("timeZone", resources.timeZone)}
            {field("address", resources.address)}
            <ResourceProblem fault={add.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={add.isPending}>
                {resources.add}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </Group>
  );
}
