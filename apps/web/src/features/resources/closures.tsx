import type { SiteSetUpView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { daysBetweenBoth } from "./closure-days.ts";
import { ClosureList } from "./closure-list.tsx";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;
const noClosure = { day: "", until: "", reason: "" };

/** The days on which a site is closed, one, several in a row, or a list with a name each. */
export function Closures({ site }: { readonly site: SiteSetUpView }) {
  const [closure, setClosure] = useState(noClosure);
  const [isListing, setIsListing] = useState(false);
  const close = useResourceChange(() => setClosure(noClosure));
  const open = useResourceChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const closures = daysBetweenBoth(closure).map((day) => ({ day, reason: closure.reason }));
    close.mutate({ method: "post", path: `/api/sites/${site.id}/closure-lists`, body: { closures } });
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
          <DayField
            label={resources.untilDay}
            value={closure.until}
            onChange={(event) => setClosure({ ...closure, until: event.currentTarget.value })}
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
      <Group>
        <Button variant="default" size="compact-md" onClick={() => setIsListing(true)}>
          {resources.listClosures}
        </Button>
      </Group>
      {isListing && <ClosureList site={site} onClose={() => setIsListing(false)} />}
      <Text c="dimmed" size="sm">
        {resources.bankHolidayHint}
      </Text>
      <ResourceProblem fault={close.error ?? open.error} />
    </Stack>
  );
}
