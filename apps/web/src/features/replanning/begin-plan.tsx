import { type ReplanCause, ReplanView } from "@fibril/contract";
import { Button, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { causeWords } from "./line-words.ts";
import { causesQuery } from "./queries.ts";
import { isSameCause } from "./replan-choice.ts";

const { replanning } = messages;

interface Begin {
  readonly cause: ReplanCause;
  readonly onPlan: (plan: ReplanView) => void;
  readonly onOther: () => void;
}

/** A cause, and the question that begins its plan. */
export function BeginPlan({ cause, onPlan, onOther }: Begin) {
  const { data } = useQuery(causesQuery);
  const [mayMoveOthers, setMayMoveOthers] = useState(false);
  const known = data?.causes.find((one) => isSameCause(one.cause, cause));
  const planning = useWrite({
    send: (body: { readonly cause: ReplanCause; readonly mayMoveOthers: boolean }, idempotencyKey) =>
      api.post("/api/replans", { body, idempotencyKey, schema: ReplanView }),
    onDone: onPlan,
  });
  return (
    <Stack className="fb-card" gap={16} align="flex-start">
      <div>
        <Text fw={550}>{known ? causeWords(cause, known.name) : replanning.chosen}</Text>
        <Text c="dimmed">
          {known ? `${known.reason} · ${replanning.visits(known.visits)}` : data && replanning.notEntered}
        </Text>
      </div>
      <Switch
        label={replanning.mayMoveOthers}
        checked={mayMoveOthers}
        onChange={({ currentTarget }) => setMayMoveOthers(currentTarget.checked)}
      />
      <ProblemNote fault={planning.error} />
      <div className="fb-replan-acts">
        <Button onClick={() => planning.mutate({ cause, mayMoveOthers })} loading={planning.isPending}>
          {replanning.find}
        </Button>
        <Button variant="default" onClick={onOther}>
          {replanning.otherCause}
        </Button>
      </div>
    </Stack>
  );
}
