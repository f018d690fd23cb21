import { type ReplanLineView, ReplanView } from "@fibril/contract";
import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AcceptPlan } from "./accept-plan.tsx";
import { causeWords } from "./line-words.ts";
import { PlanLines } from "./plan-lines.tsx";
import { replanQuery } from "./queries.ts";

const { replanning } = messages;

interface Board {
  readonly replanId: string;
  readonly onOther: () => void;
}

/** A plan with its lines: those without a place first, then what is proposed, then what is done. */
export function ReplanBoard({ replanId, onOther }: Board) {
  const plan = useQuery(replanQuery(replanId));
  if (plan.isPending) return <Loading what={replanning.planWhat} />;
  if (plan.isError)
    return <LoadFailed what={replanning.planWhat} fault={plan.error} retry={() => void plan.refetch()} />;
  const { data } = plan;
  const inState = (state: ReplanLineView["state"]) => data.lines.filter((line) => line.state === state);
  return (
    <Stack gap={24}>
      <div className="fb-card fb-replan-head">
        <div>
          <Title order={2} fz="lg">
            {causeWords(data.cause, data.name)}
          </Title>
          <Progress plan={data} />
        </div>
        <Button variant="default" onClick={onOther}>
          {replanning.otherCause}
        </Button>
      </div>
      <PlanLines title={replanning.withoutPlace} lines={inState("without-place")} />
      <AcceptPlan plan={data} />
      <PlanLines title={replanning.accepted} lines={inState("accepted")} />
    </Stack>
  );
}

function Progress({ plan }: { readonly plan: ReplanView }) {
  const cache = useQueryClient();
  const stopping = useWrite({
    send: ({ id, version }: ReplanView, idempotencyKey) =>
      api.post(`/api/replans/${id}/stop`, { body: { version }, idempotencyKey, schema: ReplanView }),
    onDone: (stopped) => cache.setQueryData(replanQuery(plan.id).queryKey, stopped),
  });
  if (plan.lines.length === 0) return <Text c="dimmed">{replanning.noCausesText}</Text>;
  if (plan.state === "ready") {
    return <Text role="status">{plan.isProven ? replanning.proven : replanning.ways[plan.way]}</Text>;
  }
  return (
    <div className="fb-replan-acts">
      <Loader size="xs" aria-hidden />
      <Text role="status">{replanning.improving}</Text>
      <Button variant="default" onClick={() => stopping.mutate(plan)} loading={stopping.isPending}>
        {replanning.stop}
      </Button>
    </div>
  );
}
