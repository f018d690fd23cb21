import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { Closures } from "./closures.tsx";
import { EditHours } from "./edit-hours.tsx";
import { RenameSite } from "./rename-site.tsx";
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
