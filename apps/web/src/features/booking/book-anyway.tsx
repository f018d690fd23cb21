import type { ClinicSetUpView } from "@fibril/contract";
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import type { OverriddenPlace } from "./move-anyway.tsx";
import { PlaceProblem } from "./place-problem.tsx";

const { bookingOverride, booking } = messages;
const shortestReason = 3;

interface Anyway {
  readonly siteId: string;
  readonly setUp: ClinicSetUpView;
  readonly day: string;
  readonly practitionerId: string;
  readonly isBusy: boolean;
  /** Why the time could not be had, beside the button that was pressed. */
  readonly fault: Error | null;
  readonly onPick: (chosen: OverriddenPlace) => void;
}

/** For those who answer for the clinic's own rules: a time outside a practitioner's hours, with the reason for it. */
export function BookAnyway(anyway: Anyway) {
  const { data: signedIn } = useQuery(signInQuery);
  const [isOpen, setIsOpen] = useState(false);
  const mayOverride = signedIn?.membership.role === "owner" || signedIn?.membership.role === "manager";
  if (!mayOverride) return null;
  if (isOpen) return <AnywayForm {...anyway} />;
  return (
    <Group>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {bookingOverride.anyway}
      </Button>
    </Group>
  );
}

function AnywayForm({ siteId, setUp, day, practitionerId, isBusy, fault, onPick }: Anyway) {
  const [typed, setWish] = useState({ day, start: "", practitioner: practitionerId, room: "", reason: "" });
  const people = setUp.resources.filter((one) => one.kind === "practitioner" && isThere(one, typed.day));
  const rooms = setUp.resources.filter(
    (one) => one.kind === "room" && one.siteId === siteId && isThere(one, typed.day),
  );
  const wish = { ...typed, practitioner: oneOf(people, typed.practitioner), room: oneOf(rooms, typed.room) };
  const set = (part: Partial<typeof wish>) => setWish({ ...typed, ...part });
  const nameOf = (id: string) => setUp.resources.find((one) => one.id === id)?.name ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { practitioner, room, reason, start } = wish;
    const names = { practitionerName: nameOf(practitioner), roomName: nameOf(room) };
    const place = { day: wish.day, start, practitioner, prepRoom: room, treatmentRoom: room, device: null, ...names };
    onPick({ place, reason: reason.trim() });
  };
  const optionsOf = (all: typeof people) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form aria-label={bookingOverride.anyway} onSubmit={submit}>
      <Stack gap={12} className="fb-card">
        <Text fw={550}>{bookingOverride.outsideHours}</Text>
        <Text>{bookingOverride.keptWithReason}</Text>
        <DayField
          label={bookingOverride.day}
          required
          value={wish.day}
          onChange={(event) => set({ day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          step={300}
          required
          label={bookingOverride.time}
          value={wish.start}
          onChange={(event) => set({ start: event.currentTarget.value })}
        />
        <NativeSelect
          label={booking.practitioner}
          value={wish.practitioner}
          data={optionsOf(people)}
          onChange={(event) => set({ practitioner: event.currentTarget.value })}
        />
        <NativeSelect
          label={bookingOverride.room}
          value={wish.room}
          data={optionsOf(rooms)}
          onChange={(event) => set({ room: event.currentTarget.value })}
        />
        <Textarea
          required
          autosize
          minRows={2}
          label={bookingOverride.reason}
          value={wish.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <PlaceProblem fault={fault} />
        <Group>
          <Button
            type="submit"
            loading={isBusy}
            disabled={wish.reason.trim().length < shortestReason || wish.start === ""}
          >
            {bookingOverride.book}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Resource = ClinicSetUpView["resources"][number];

/** Not one whose last day is over by then. */
function isThere({ endedOn }: Resource, day: string): boolean {
  return endedOn === null || day <= endedOn;
}

/** What was chosen where it can still be, else the first that can. */
function oneOf(all: readonly Resource[], chosen: string): string {
  return (all.find(({ id }) => id === chosen) ?? all[0])?.id ?? "";
}
