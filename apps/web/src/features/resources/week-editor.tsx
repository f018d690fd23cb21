import { type Weekday, weekdays } from "@fibril/kernel";
import { Button, CloseButton, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import type { Hours } from "./hours.ts";
import { WeekPicture } from "./week-picture.tsx";

const { resources } = messages;

interface Editor {
  readonly hours: readonly Hours[];
  readonly empty: string;
  /** Where the hours of a person are at one of several sites. */
  readonly sites?: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (hours: readonly Hours[]) => void;
}

/** A week as it is drawn, with the same hours to type below each day. */
export function WeekEditor({ hours, empty, sites, onChange }: Editor) {
  const replace = (old: Hours, changed: Hours | null) =>
    onChange(hours.flatMap((one) => (one === old ? (changed ? [changed] : []) : [one])));
  const add = (weekday: Weekday) => {
    const last = hours.findLast((one) => one.weekday === weekday);
    const [from, to] = last && last.to < "17:00" ? [last.to, "18:00"] : ["09:00", "17:00"];
    const site = sites?.[0] ? { siteId: last?.siteId ?? sites[0].id } : {};
    onChange([...hours, { weekday, from, to, ...site }]);
  };
  return (
    <Stack gap={12}>
      <WeekPicture hours={hours} empty={empty} {...(sites ? { sites } : {})} />
      {weekdays.map((weekday) => {
        const long = resources.weekdayLong[weekday];
        return (
          <fieldset key={weekday} className="fb-week-day">
            <legend>{long}</legend>
            {hours
              .filter((one) => one.weekday === weekday)
              .map((one, index) => (
                <Group key={`${weekday} ${index.toString()}`} gap={8} align="flex-end">
                  <TextInput
                    type="time"
                    step={300}
                    aria-label={resources.fromOf(long)}
                    value={one.from}
                    onChange={(event) => replace(one, { ...one, from: event.currentTarget.value })}
                  />
                  <TextInput
                    type="time"
                    step={300}
                    aria-label={resources.toOf(long)}
                    value={one.to}
                    onChange={(event) => replace(one, { ...one, to: event.currentTarget.value })}
                  />
                  {sites && sites.length > 1 && (
                    <NativeSelect
                      aria-label={resources.siteOf(long)}
                      value={one.siteId ?? ""}
                      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
                      onChange={(event) => replace(one, { ...one, siteId: event.currentTarget.value })}
                    />
                  )}
                  <CloseButton
                    size={36}
                    aria-label={resources.removeHours(long, one.from)}
                    onClick={() => replace(one, null)}
                  />
                </Group>
              ))}
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={resources.addHours(long)}
              onClick={() => add(weekday)}
            >
              {resources.add}
            </Button>
          </fieldset>
        );
      })}
    </Stack>
  );
}
