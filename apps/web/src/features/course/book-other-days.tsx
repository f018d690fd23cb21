import type { CourseSuggestionView } from "@fibril/contract";
import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";

const { bookingOverride } = messages;
const shortestReason = 3;

interface OtherDays {
  readonly suggestion: CourseSuggestionView;
  /** Which one it is, from 1. */
  readonly number: number;
  readonly isBusy: boolean;
  readonly onBook: (changed: CourseSuggestionView, reason: string) => void;
}

/** For those who answer for the clinic's own rules: a suggested course on days or at times that a rule bars. */
export function BookOtherDays(other: OtherDays) {
  const { data: signedIn } = useQuery(signInQuery);
  const [isOpen, setIsOpen] = useState(false);
  const mayOverride = signedIn?.membership.role === "owner" || signedIn?.membership.role === "manager";
  if (!mayOverride) return null;
  const title = bookingOverride.otherDaysOf(other.number);
  return (
    <>
      <Button variant="default" disabled={other.isBusy} aria-label={title} onClick={() => setIsOpen(true)}>
        {bookingOverride.otherDays}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={title}>
        <OtherDaysForm
          {...other}
          onBook={(changed, reason) => {
            setIsOpen(false);
            other.onBook(changed, reason);
          }}
        />
      </Dialog>
    </>
  );
}

function OtherDaysForm({ suggestion, isBusy, onBook }: OtherDays) {
  const [sessions, setSessions] = useState(suggestion.sessions);
  const [reason, setReason] = useState("");
  const set = (index: number, part: { readonly day?: string; readonly start?: string }) =>
    setSessions(sessions.map((session, at) => (at === index ? { ...session, ...part } : session)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onBook({ ...suggestion, sessions }, reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={12}>
        <Text>{bookingOverride.otherDaysText}</Text>
        <Text>{bookingOverride.keptWithReason}</Text>
        {sessions.map(({ day, start }, index) => (
          <Group key={index.toString()} gap={8} align="flex-start" grow>
            <DayField
              label={bookingOverride.sessionDay(index + 1)}
              required
              withAsterisk={false}
              value={day}
              onChange={(event) => set(index, { day: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              step={300}
              label={bookingOverride.sessionTime(index + 1)}
              required
              withAsterisk={false}
              value={start}
              onChange={(event) => set(index, { start: event.currentTarget.value })}
            />
          </Group>
        ))}
        <Textarea
          required
          withAsterisk={false}
          autosize
          minRows={2}
          label={bookingOverride.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={reason.trim().length < shortestReason}>
            {bookingOverride.book}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
