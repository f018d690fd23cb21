import { CourseView, MovePreviewView, VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { MoveChanges } from "./move-changes.tsx";
import { barePlace, type OfferedPlace, PlaceList } from "./place-list.tsx";
import { hourAround } from "./preferred-time.ts";
import { useVisitPlaces } from "./use-visit-places.ts";

const { booking } = messages;

interface Move {
  readonly visit: VisitView;
  readonly onNewer: (visit: VisitView) => void;
  readonly onMoved: (count: number) => Promise<void>;
  readonly onBack: () => void;
}

/** Choose a day, see what it does to the later sessions, then confirm: nothing moves before that. */
export function MoveSession({ visit, onNewer, onMoved, onBack }: Move) {
  const [from, setFrom] = useState(visit.day);
  const [picked, setPicked] = useState<OfferedPlace | null>(null);
  const wish = {
    siteId: visit.siteId,
    serviceKind: "session",
    from,
    to: from,
    practitionerId: null,
    preferred: hourAround(visit.start),
  } as const;
  const places = useVisitPlaces(wish, from !== "");
  const preview = useWrite({
    send: (place: OfferedPlace, idempotencyKey) =>
      api.post(`/api/visits/${visit.id}/move-previews`, {
        schema: MovePreviewView,
        body: { place: barePlace(place), version: visit.version },
        idempotencyKey,
      }),
  });
  const move = useWrite({
    send: (place: OfferedPlace, idempotencyKey) =>
      api.post(`/api/visits/${visit.id}/moves`, {
        schema: CourseView,
        body: { place: barePlace(place), version: visit.version },
        idempotencyKey,
      }),
    onDone: () => onMoved(preview.data?.changes.length ?? 1),
  });
  const again = () => {
    const newer = newerOf(preview.error ?? move.error);
    if (newer) onNewer(newer);
    setPicked(null);
    preview.reset();
    move.reset();
    void places.refetch();
  };
  if (picked && preview.data) {
    return (
      <Stack gap={16}>
        <MoveChanges changes={preview.data.changes} />
        <ProblemNote fault={move.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={again}>
            {booking.otherDay}
          </Button>
          <Button loading={move.isPending} disabled={move.isError} onClick={() => move.mutate(picked)}>
            {booking.confirmMove(preview.data.changes.length)}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap={16}>
      <TextInput
        type="date"
        label={booking.moveDay}
        value={from}
        onChange={(event) => {
          again();
          setFrom(event.currentTarget.value);
        }}
      />
      <ProblemNote fault={preview.error ?? places.error} />
      {places.isPending && from !== "" && <Loading what={booking.searching} />}
      {places.data && (
        <PlaceList
          label={booking.movePlaces}
          places={places.data.places}
          none={booking.moveNoPlaces}
          isBusy={preview.isPending}
          onPick={(place) => {
            setPicked(place);
            preview.mutate(place);
          }}
        />
      )}
      {preview.isError && <Text c="dimmed">{booking.moveNoPlaces}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {booking.goBack}
        </Button>
      </Group>
    </Stack>
  );
}

function newerOf(fault: Error | null): VisitView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const parsed = VisitView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}
