import { VisitView } from "@fibril/contract";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import { todayQuery } from "./session-queries.ts";

/** Says that the patient of a visit is here, and offers to take it back. */
export function useArrival(visit: VisitView) {
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: todayQuery.queryKey });
  const say = (version: number, state: VisitView["state"], idempotencyKey?: string) =>
    api.post(`/api/visits/${visit.id}/state`, {
      schema: VisitView,
      body: { version, state, cancelledBy: null, reason: null },
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  return useWrite({
    send: async (state: "arrived", idempotencyKey) => {
      try {
        return { visit: await say(visit.version, state, idempotencyKey), isOurs: true };
      } catch (fault) {
        const stands = standingOf(fault);
        if (!stands) throw fault;
        return { visit: stands, isOurs: false };
      }
    },
    onDone: async ({ visit: { version, state, patientName }, isOurs }) => {
      await refresh();
      const text = messages.session;
      if (isOurs) notifyUndo(text.arrived(patientName), () => void say(version, visit.state).then(refresh, refresh));
      else notifications.show({ message: text.saidMeanwhile(patientName, text.visitStates[state]) });
    },
  });
}

/** What the desk said of the visit meanwhile: it stands, and is shown. */
function standingOf(fault: unknown): VisitView | null {
  if (!(fault instanceof ApiProblem) || fault.status !== 409) return null;
  const parsed = VisitView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}
