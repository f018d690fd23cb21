import { type ChangeVisitStateBody, type VisitState, VisitView } from "@fibril/contract";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { CancelVisit } from "./cancel-visit.tsx";
import { MoveSession } from "./move-session.tsx";
import { sayMoved } from "./say-moved.ts";
import { isMovable, undoOf, visitActs } from "./visit-acts.ts";
import { VisitFacts } from "./visit-facts.tsx";

const { booking } = messages;
type Change = z.infer<typeof ChangeVisitStateBody>;

interface Opened {
  readonly visit: VisitView;
  readonly maySay: boolean;
  readonly onClose: () => void;
  /** Picks it up in the calendar behind the dialog. */
  readonly onPickUp: (visit: VisitView) => void;
}

export function VisitDialog({ visit, maySay, onClose, onPickUp }: Opened) {
  const [current, setCurrent] = useState(visit);
  const [part, setPart] = useState<"facts" | "cancel" | "move">("facts");
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["calendar"] });
  const change = useWrite({
    send: (body: Change, idempotencyKey) =>
      api.post(`/api/visits/${visit.id}/state`, { schema: VisitView, body, idempotencyKey }),
    onDone: async (after) => {
      await refresh();
      sayDone(current.state, after);
      onClose();
    },
  });
  const sayDone = (from: VisitState, after: VisitView) => {
    const back = undoOf(from, after.state);
    const words = booking.done(after.patientName, booking.states[after.state]);
    if (!back) return notifications.show({ message: words });
    return notifyUndo(words, () => {
      const body: Change = { version: after.version, state: back, cancelledBy: null, reason: null };
      api.post(`/api/visits/${after.id}/state`, { schema: VisitView, body }).then(refresh, refresh);
    });
  };
  const stale = newerVisit(change.error);
  const say = (state: VisitState) =>
    change.mutate({ version: (stale ?? current).version, state, cancelledBy: null, reason: null });
  const shown = stale ?? current;
  return (
    <Dialog isOpen onClose={onClose} title={shown.patientName}>
      <Stack gap={16}>
        {stale ? (
          <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={booking.staleTitle}>
            {booking.staleText(booking.states[stale.state])}
          </Alert>
        ) : (
          <ProblemNote fault={change.error} />
        )}
        {part === "facts" && (
          <>
            <VisitFacts visit={shown} />
            <VisitActs
              visit={shown}
              isBusy={change.isPending}
              maySay={maySay}
              onSay={(state) => (state === "cancelled" ? setPart("cancel") : say(state))}
              onMove={() => setPart("move")}
              onPickUp={() => onPickUp(shown)}
            />
            <Link to="/patients/$patientId" params={{ patientId: visit.patientId }}>
              {booking.toPatient}
            </Link>
          </>
        )}
        {part === "cancel" && (
          <CancelVisit
            isBusy={change.isPending}
            fault={change.error}
            onCancel={(cancelledBy, reason) =>
              change.mutate({ version: shown.version, state: "cancelled", cancelledBy, reason })
            }
            onBack={() => setPart("facts")}
          />
        )}
        {part === "move" && (
          <MoveSession
            visit={shown}
            onNewer={(newer) => setCurrent(newer)}
            onMoved={async (moved) => {
              await sayMoved(queryClient, moved);
              onClose();
            }}
            onBack={() => setPart("facts")}
          />
        )}
      </Stack>
    </Dialog>
  );
}

interface Acts {
  readonly visit: VisitView;
  readonly isBusy: boolean;
  readonly maySay: boolean;
  readonly onSay: (state: VisitState) => void;
  readonly onMove: () => void;
  readonly onPickUp: () => void;
}

function VisitActs({ visit, isBusy, maySay, onSay, onMove, onPickUp }: Acts) {
  if (visitActs[visit.state].length === 0) return <Text c="dimmed">{booking.nothingLeft}</Text>;
  const acts = maySay ? visitActs[visit.state] : [];
  if (acts.length === 0 && !isMovable(visit)) return null;
  return (
    <fieldset className="fb-plain-fieldset">
      <legend>{maySay ? booking.changeState : booking.changePlace}</legend>
      <Group gap={8}>
        {acts.map((state, index) => (
          <Button
            key={state}
            variant={index === 0 ? "filled" : "default"}
            disabled={isBusy}
            onClick={() => onSay(state)}
          >
            {booking.acts[state]}
          </Button>
        ))}
        {isMovable(visit) && (
          <>
            <Button variant="default" disabled={isBusy} onClick={onMove}>
              {booking.move}
            </Button>
            <Button variant="default" disabled={isBusy} onClick={onPickUp}>
              {booking.moveInCalendar}
            </Button>
          </>
        )}
      </Group>
    </fieldset>
  );
}

/** The stored version where somebody else was quicker: an old version, or a state that it can't be in any more. */
function newerVisit(fault: Error | null): VisitView | null {
  if (!(fault instanceof ApiProblem) || fault.status !== 409) return null;
  const parsed = VisitView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}
