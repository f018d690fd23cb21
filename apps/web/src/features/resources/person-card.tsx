import type { ResourceSetUpView, ResourcesView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { Absences } from "./absences.tsx";
import { qualificationWords } from "./code-words.ts";
import { EditHours } from "./edit-hours.tsx";
import { EditQualifications } from "./edit-qualifications.tsx";
import { WeekPicture } from "./week-picture.tsx";

const { resources } = messages;

interface Card {
  readonly person: ResourceSetUpView;
  readonly set: ResourcesView;
  readonly today: string;
}

export function PersonCard({ person, set, today }: Card) {
  const { sites } = set;
  const [editing, setEditing] = useState<"roster" | "qualifications" | null>(null);
  const stop = () => setEditing(null);
  return (
    <Stack component="article" className="fb-card" gap={16} aria-label={person.name}>
      <Title order={2} size="h4">
        {person.name}
      </Title>
      <div className="fb-resource-parts">
        <Stack gap={8}>
          <Group justify="space-between">
            <Text fw={550}>{resources.qualifications}</Text>
            <ChangeButton what={resources.qualifications} of={person} onClick={() => setEditing("qualifications")} />
          </Group>
          {person.qualifications.length === 0 && <Text c="dimmed">{resources.noQualifications}</Text>}
          {person.qualifications.map(({ name, validFrom, validTo }) => (
            <Text key={name + validFrom} className="fb-number">
              <strong>{qualificationWords(name)}</strong>{" "}
              {resources.validity(validFrom && dayText(validFrom), validTo && dayText(validTo))}
              {validTo && validTo < today && <strong className="fb-lapsed"> {resources.lapsed}</strong>}
            </Text>
          ))}
          <Absences of={person} />
        </Stack>
        <Stack gap={8}>
          <Group justify="space-between">
            <Text fw={550}>{resources.roster}</Text>
            <ChangeButton what={resources.roster} of={person} onClick={() => setEditing("roster")} />
          </Group>
          {person.roster.length === 0 && <Text c="dimmed">{resources.noRoster}</Text>}
          <WeekPicture hours={person.roster} empty={resources.dayOff} sites={sites} />
        </Stack>
      </div>
      {editing === "qualifications" && <EditQualifications person={person} set={set} onClose={stop} />}
      {editing === "roster" && (
        <EditHours
          title={resources.changeOf(resources.roster, person.name)}
          hours={person.roster}
          empty={resources.dayOff}
          sites={sites}
          changeOf={(roster) => ({
            path: `/api/resources/${person.id}/roster`,
            body: { version: person.version, roster },
          })}
          onClose={stop}
        />
      )}
    </Stack>
  );
}

interface Change {
  readonly what: string;
  readonly of: ResourceSetUpView;
  readonly onClick: () => void;
}

function ChangeButton({ what, of, onClick }: Change) {
  return (
    <Button variant="default" size="compact-md" aria-label={resources.changeOf(what, of.name)} onClick={onClick}>
      {resources.change}
    </Button>
  );
}
