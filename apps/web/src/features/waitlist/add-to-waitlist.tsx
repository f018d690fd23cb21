import { WaitlistEntryView } from "@fibril/contract";
import { addDays, type CalendarDate, type Weekday, weekdays } from "@fibril/kernel";
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { setUpQuery } from "./queries.ts";

const text = messages.waitlist;
const usualDays = 42;
const shown = ["from", "to", "fromTime", "toTime", "siteId"];

export interface WaitsFor {
  readonly patientId: string;
  readonly patientName: string;
  /** Null for a consultation. */
  readonly session: { readonly courseId: string; readonly ordinal: number; readonly siteId: string | null } | null;
  /** The last day that is of use: the one before the day they have. */
  readonly before: string | null;
}

/** Asks when somebody can come; everything is filled with what asks least. */
export function AddToWaitlist({ waits, onClose }: { readonly waits: WaitsFor; readonly onClose: () => void }) {
  const { today } = useClinicClock();
  const setUp = useQuery(setUpQuery).data;
  const queries = useQueryClient();
  const last = waits.before ? addDays(waits.before as CalendarDate, -1) : addDays(today as CalendarDate, usualDays);
  const [wish, setWish] = useState({
    siteId: waits.session?.siteId ?? "",
    from: today,
    to: last < today ? today : (last as string),
    weekdays: [...weekdays] as Weekday[],
    fromTime: "00:00",
    toTime: "24:00",
    practitionerId: "",
  });
  const change = (typed: Partial<typeof wish>) => setWish((before) => ({ ...before, ...typed }));
  const sites = setUp?.sites ?? [];
  const siteId = wish.siteId === "" ? (sites[0]?.id ?? "") : wish.siteId;
  const add = useWrite({
    send: (body: Record<string, unknown>, idempotencyKey) =>
      api.post("/api/waitlist", { schema: WaitlistEntryView, body, idempotencyKey }),
    onDone: () => {
      notifications.show({ message: text.added });
      void queries.invalidateQueries({ queryKey: ["waitlist"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { patientId, session } = waits;
    const what = { kind: session ? "session" : "consultation", courseId: session?.courseId ?? null };
    const practitionerId = wish.practitionerId === "" ? null : wish.practitionerId;
    add.mutate({ ...wish, ...what, patientId, ordinal: session?.ordinal ?? null, siteId, practitionerId });
  };
  const field = (name: "from" | "to" | "fromTime" | "toTime") => ({
    label: text[name],
    value: wish[name] === "24:00" ? "23:59" : wish[name],
    error: fieldIssue(add.error, name),
    onChange: (event: ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Dialog isOpen title={`${text.addTitle}: ${waits.patientName}`} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={16}>
          {!waits.session?.siteId && sites.length > 1 && (
            <NativeSelect
              label={text.site}
              value={siteId}
              error={fieldIssue(add.error, "siteId")}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => change({ siteId: event.currentTarget.value })}
            />
          )}
          <Group grow>
            <DayField {...field("from")} />
            <DayField {...field("to")} />
          </Group>
          <Checkbox.Group
            label={text.weekdays}
            value={wish.weekdays}
            onChange={(days) => change({ weekdays: weekdays.filter((weekday) => days.includes(weekday)) })}
          >
            <Group mt={8} gap={12}>
              {weekdays.map((weekday) => (
                <Checkbox key={weekday} value={weekday} label={text.weekdayNames[weekday]} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group grow>
            <TextInput type="time" {...field("fromTime")} />
            <TextInput type="time" {...field("toTime")} />
          </Group>
          <NativeSelect
            label={text.practitioner}
            value={wish.practitionerId}
            data={[
              { value: "", label: text.anyone },
              ...(setUp?.resources ?? [])
                .filter(({ kind, endedOn }) => kind === "practitioner" && (endedOn === null || wish.from <= endedOn))
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => change({ practitionerId: event.currentTarget.value })}
          />
          <ProblemNote fault={add.error} shownPaths={shown} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.goBack}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={wish.weekdays.length === 0}>
              {text.addAct}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
