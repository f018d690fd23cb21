import type { VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import type { LegalDay } from "./legal-targets.ts";
import type { OfferedPlace } from "./place-list.tsx";

const { bookingOverride } = messages;
const shortestReason = 3;

/** A place outside a rule of the clinic, with the reason that is kept with it. */
export interface OverriddenPlace {
  readonly place: OfferedPlace;
  readonly reason: string;
}

interface Anyway {
  readonly day: LegalDay;
  readonly visit: VisitView;
  /** The rule that bars the day, in words. */
  readonly rule: string;
  readonly onPick: (chosen: OverriddenPlace) => void;
}

/** For those who answer for the clinic's own rules: a day that only the gap bars, with the same people and rooms. */
export function MoveAnyway({ day, visit, rule, onPick }: Anyway) {
  const { data: signedIn } = useQuery(signInQuery);
  const [isOpen, setIsOpen] = useState(false);
  const [start, setStart] = useState(visit.start);
  const [reason, setReason] = useState("");
  const mayOverride = signedIn?.membership.role === "owner" || signedIn?.membership.role === "manager";
  if (!mayOverride || (day.barred !== "too-soon" && day.barred !== "too-late")) return null;
  if (!isOpen) {
    return (
      <Group>
        <Button variant="default" onClick={() => setIsOpen(true)}>
          {bookingOverride.anyway}
        </Button>
      </Group>
    );
  }
  const { practitionerId, practitionerName, prepRoomId, treatmentRoomId, roomName, deviceId } = visit;
  const place = {
    day: day.day,
    start,
    practitioner: practitionerId,
    practitionerName,
    prepRoom: prepRoomId,
    treatmentRoom: treatmentRoomId,
    roomName,
    device: deviceId,
  };
  return (
    <form
      aria-label={bookingOverride.anyway}
      onSubmit={(event) => {
        event.preventDefault();
        onPick({ place, reason: reason.trim() });
      }}
    >
      <Stack gap={12}>
        <Text fw={550}>{bookingOverride.goesPast(rule)}</Text>
        <Text>{bookingOverride.keptWithReason}</Text>
        <TextInput
          type="time"
          step={300}
          required
          label={bookingOverride.time}
          description={bookingOverride.samePeople(practitionerName, roomName)}
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <Textarea
          required
          autosize
          minRows={2}
          label={bookingOverride.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={reason.trim().length < shortestReason || start === ""}>
            {bookingOverride.showMove}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
