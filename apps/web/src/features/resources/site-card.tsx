import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { EditHours } from "./edit-hours.tsx";
import { RenameSite } from "./rename-site.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";
import { WeekPicture } from "./week-picture.tsx";

const { resources } = messages;

/** A site's week, its closed days and its zone: two sites may keep different clocks. */
export function SiteCard({ site }: { readonly site: SiteSetUpView }) {
  const [isEditing, setIsEditing] = useState(false);
  const [isNaming, setIsNaming] = useState(false);
  return (
    <Stack component="article" className="fb-card" gap={12} aria-label={site.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {site.name}
          </Title>
          <Text c="dimmed">{[site.address, resources.zoneOf(site.timeZone)].filter(Boolean).join(", ")}</Text>
        </div>
        <Button
          variant="default"
          size="compact-md"
          aria-label={resources.changeOf(resources.siteDetails, site.name)}
          onClick={() => setIsNaming(true)}
        >
          {resources.change}
        </Button>
      </Group>
      {isNaming && <RenameSite site={site} onClose={() => setIsNaming(false)} />}
      <div className="fb-resource-parts">
        <Closures site={site} />
        <Stack gap={8}>
          <Group justify="space-between">
            <Text fw={550}>{resources.hours}</Text>
            <Button
              variant="default"
              size="compact-md"
              aria-label={resources.changeOf(resources.hours, site.name)}
              onClick={() => setIsEditing(true)}
            >
              {resources.change}
            </Button>
          </Group>
          <WeekPicture hours={site.hours} empty={resources.closedDay} />
        </Stack>
      </div>
      {isEditing && (
        <EditHours
          title={resources.changeOf(resources.hours, site.name)}
          hours={site.hours}
          empty={resources.closedDay}
          changeOf={(hours) => ({ path: `/api/sites/${site.id}/opening`, body: { version: site.version, hours } })}
          onClose={() => setIsEditing(false)}
        />
      )}
    </Stack>
  );
}

function Closures({ site }: { readonly site: SiteSetUpView }) {
  const [closure, setClosure] = useState({ day: "", reason: "" });
  const close = useResourceChange(() => setClosure({ day: "", reason: "" }));
  const open = useResourceChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ method: "post", path: `/api/sites/${site.id}/closures`, body: closure });
  };
  return (
    <Stack gap={8}>
      <Text fw={550}>{resources.closures}</Text>
      {site.closures.length === 0 && <Text c="dimmed">{resources.noClosures}</Text>}
      {site.closures.map(({ day, reason }) => (
        <Group key={day} justify="space-between">
          <Text className="fb-number">{resources.closureLine(dayText(day), reason)}</Text>
          <Button
            variant="default"
            size="compact-md"
            aria-label={resources.openAgain(dayText(day))}
            onClick={() => open.mutate({ method: "delete", path: `/api/sites/${site.id}/closures/${day}` })}
          >
            {resources.takeBack}
          </Button>
        </Group>
      ))}
      <form onSubmit={submit}>
        <Group align="flex-start" gap={8}>
          <DayField
            label={resources.day}
            required
            withAsterisk={false}
            value={closure.day}
            onChange={(event) => setClosure({ ...closure, day: event.currentTarget.value })}
          />
          <TextInput
            label={resources.reason}
            required
            withAsterisk={false}
            value={closure.reason}
            onChange={(event) => setClosure({ ...closure, reason: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" className="fb-beside-field" loading={close.isPending}>
            {resources.addClosure}
          </Button>
        </Group>
      </form>
      <Text c="dimmed" size="sm">
        {resources.bankHolidayHint}
      </Text>
      <ResourceProblem fault={close.error ?? open.error} />
    </Stack>
  );
}
