import { ReplanAcceptedView, ReplanTakenView, ReplanView } from "@fibril/contract";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { withNeeds } from "./line-words.ts";
import { PlanLines } from "./plan-lines.tsx";
import { causesQuery, replanQuery } from "./queries.ts";
import { isSameCause } from "./replan-choice.ts";

const { replanning } = messages;

interface Wanted {
  readonly version: number;
  readonly visitIds: readonly string[] | null;
}

/** What is proposed: moved all at once or line by line, and what came of it. */
export function AcceptPlan({ plan }: { readonly plan: ReplanView }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { accepting, renewing, done } = useActs(plan, () => setPicked(new Set()));
  const open = plan.lines.filter(({ state }) => state === "proposed");
  const chosen = withNeeds(open, new Set(open.filter((line) => picked.has(line.visitId)).map((line) => line.visitId)));
  const toggle = (visitId: string) => {
    const next = new Set(chosen);
    if (!next.delete(visitId)) next.add(visitId);
    setPicked(next);
  };
  const stale = staleOf(accepting.error);
  const { version } = plan;
  return (
    <>
      {done && <Outcome done={done} />}
      {stale ? (
        <Alert role="alert" variant="outline" color="var(--fb-stop)" title={replanning.staleTitle}>
          <Stack gap={8} align="flex-start">
            {replanning.staleText(namesOf(plan, stale.stale))}
            <Button variant="default" onClick={() => renewing.mutate(version)} loading={renewing.isPending}>
              {replanning.renew}
            </Button>
          </Stack>
        </Alert>
      ) : (
        <ProblemNote fault={accepting.error ?? renewing.error} />
      )}
      {open.length > 0 && (
        <Stack gap={12}>
          <PlanLines title={replanning.toPlace} lines={open} choice={{ chosen, onToggle: toggle }} />
          <div className="fb-replan-acts">
            <Button onClick={() => accepting.mutate({ version, visitIds: null })} loading={accepting.isPending}>
              {replanning.acceptAll(open.length)}
            </Button>
            {chosen.size > 0 && (
              <Button
                variant="default"
                disabled={accepting.isPending}
                onClick={() => accepting.mutate({ version, visitIds: [...chosen] })}
              >
                {replanning.acceptChosen(chosen.size)}
              </Button>
            )}
          </div>
        </Stack>
      )}
    </>
  );
}

function useActs(plan: ReplanView, onMoved: () => void) {
  const cache = useQueryClient();
  useQuery(causesQuery);
  const [done, setDone] = useState<ReplanAcceptedView | null>(null);
  const at = `/api/replans/${plan.id}`;
  const show = (shown: ReplanView) => {
    cache.setQueryData(replanQuery(plan.id).queryKey, shown);
    void cache.invalidateQueries({ queryKey: causesQuery.queryKey });
    void cache.invalidateQueries({ queryKey: ["calendar"] });
  };
  const undoing = useWrite({
    send: (body: Wanted, idempotencyKey) =>
      api.post(`${at}/undo`, { body, idempotencyKey, schema: ReplanAcceptedView }),
    onDone: ({ replan }) => {
      setDone(null);
      show(replan);
    },
  });
  const accepting = useWrite({
    send: (body: Wanted, idempotencyKey) =>
      api.post(`${at}/acceptance`, { body, idempotencyKey, schema: ReplanAcceptedView }),
    onDone: (accepted, { visitIds }) => {
      const moved = visitIds ?? plan.lines.filter(({ state }) => state === "proposed").map(({ visitId }) => visitId);
      setDone(accepted);
      show(accepted.replan);
      onMoved();
      // Nobody can be moved back to a day that is closed, or to somebody who is away.
      const isEntered = cache
        .getQueryData(causesQuery.queryKey)
        ?.causes.some((one) => isSameCause(one.cause, plan.cause));
      if (isEntered === false) {
        notifyUndo(replanning.moved(accepted.moved), () =>
          undoing.mutate({ version: accepted.replan.version, visitIds: moved }),
        );
      }
    },
  });
  const renewing = useWrite({
    send: (version: number, idempotencyKey) =>
      api.post(`${at}/renewal`, { body: { version }, idempotencyKey, schema: ReplanView }),
    onDone: (renewed) => {
      accepting.reset();
      show(renewed);
    },
  });
  const fault = accepting.error ?? undoing.error;
  return { accepting: { ...accepting, error: fault }, renewing, done };
}

/** Which lines went stale, where that is why the acceptance was refused. */
function staleOf(fault: Error | null): ReplanTakenView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "taken") return null;
  const read = ReplanTakenView.safeParse(fault.current);
  return read.success ? read.data : { stale: [], fresh: [] };
}

function namesOf({ lines }: ReplanView, visitIds: readonly string[]): readonly string[] {
  return lines.filter(({ visitId }) => visitIds.includes(visitId)).map(({ patientName }) => patientName);
}

function Outcome({ done: { moved, told, toCall, replan } }: { readonly done: ReplanAcceptedView }) {
  const isWhole = replan.lines.every(({ state }) => state === "accepted");
  return (
    <Alert role="status" variant="outline" {...(isWhole ? { title: replanning.doneTitle } : {})}>
      <Text>
        {replanning.moved(moved)} {told > 0 && replanning.told(told)}
      </Text>
      {toCall.length > 0 && (
        <>
          <Text fw={550}>{replanning.toCall}</Text>
          <ul>
            {toCall.map(({ patientId, patientName, phone }) => (
              <li key={patientId}>
                {patientName}: {phone ? replanning.phone(phone) : replanning.noPhone}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
