import { CourseView, MovePreviewView, VisitView } from "@fibril/contract";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Loading } from "../../ui/loading.tsx";
import { MoveChanges } from "./move-changes.tsx";
import { barePlace, type OfferedPlace } from "./place-list.tsx";
import { PlaceProblem } from "./place-problem.tsx";

const { booking } = messages;

export interface Moved {
  readonly course: CourseView;
  readonly visitId: string;
  /** How many sessions moved with it, this one counted. */
  readonly sessions: number;
}

interface Preview {
  readonly visit: VisitView;
  readonly place: OfferedPlace;
  /** Where the place is outside a rule: why it is chosen all the same. */
  readonly override?: { readonly reason: string } | null;
  /** How the place differs from the ideal and from now, in words. */
  readonly terms: readonly string[];
  readonly onMoved: (moved: Moved) => unknown;
  readonly onNewer: (visit: VisitView) => void;
  readonly onBack: () => void;
}

/** Before and after of every session that this move would move; nothing moves before it is confirmed. */
export function MovePreview({ visit, place, override = null, terms, onMoved, onNewer, onBack }: Preview) {
  const body = { place: barePlace(place), version: visit.version, ...(override ? { override } : {}) };
  const preview = useQuery({
    queryKey: ["move-preview", visit.id, body],
    queryFn: ({ signal }) =>
      api.post(`/api/visits/${visit.id}/move-previews`, { schema: MovePreviewView, body, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const changes = preview.data?.changes ?? [];
  const move = useWrite({
    send: async (moved: typeof body, idempotencyKey): Promise<Moved> => {
      const course = await api.post(`/api/visits/${visit.id}/moves`, {
        schema: CourseView,
        body: moved,
        idempotencyKey,
      });
      return { course, visitId: visit.id, sessions: changes.length };
    },
    onDone: onMoved,
  });
  const back = () => {
    const newer = newerOf(preview.error ?? move.error);
    if (newer) onNewer(newer);
    onBack();
  };
  return (
    <Stack gap={16}>
      <Text fw={550}>{sentence(terms)}</Text>
      {preview.isPending && <Loading what={booking.searching} />}
      {preview.data && (
        <>
          <MoveChanges changes={changes} />
          <Text>{preview.data.isTold ? booking.moveIsTold : booking.moveIsNotTold}</Text>
        </>
      )}
      <PlaceProblem fault={preview.error ?? move.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={back}>
          {booking.otherDay}
        </Button>
        {preview.data && (
          <Button
            ref={takeFocus}
            loading={move.isPending}
            disabled={move.isError}
            onClick={() => move.mutate(body)}
            data-autofocus
          >
            {booking.confirmMove(changes.length)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The dialog opens before the preview has come: whoever moves by keyboard confirms with one more key. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function newerOf(fault: Error | null): VisitView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const parsed = VisitView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}

function sentence(parts: readonly string[]): string {
  const joined = parts.join(", ");
  return joined === "" ? "" : `${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}.`;
}
