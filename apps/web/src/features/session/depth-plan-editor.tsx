import { DepthPlanView, type PlannedZone } from "@fibril/contract";
import type { ZoneId } from "@fibril/protocol";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { FaceMap } from "../../ui/face-map.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { PlannedZones } from "./planned-zones.tsx";
import { depthPlanQuery } from "./session-queries.ts";
import { planMarks, zoneNames } from "./zone-choice.ts";

interface Editor {
  readonly plan: DepthPlanView;
  readonly onClose: () => void;
}

interface Kept {
  readonly version: number;
  readonly zones: readonly PlannedZone[];
}

export function DepthPlanEditor({ plan, onClose }: Editor) {
  const kept = useDraft<Kept>(`depth-plan.${plan.courseId}`, { version: plan.version, zones: plan.zones });
  const [chosen, setChosen] = useState<ReadonlySet<ZoneId>>(new Set());
  const queryClient = useQueryClient();
  const text = messages.session.depthPlan;
  const { version, zones } = kept.value;
  const change = (next: readonly PlannedZone[]) => kept.change({ version, zones: next });
  const save = useWrite({
    send: (body: Kept, idempotencyKey) =>
      api.put(`/api/courses/${plan.courseId}/depth-plan`, { schema: DepthPlanView, body, idempotencyKey }),
    onDone: async (answer) => {
      kept.clear();
      queryClient.setQueryData(depthPlanQuery(plan.courseId).queryKey, answer);
      await queryClient.invalidateQueries({ queryKey: ["courses"] });
      onClose();
    },
  });
  const newer = newerPlan(save.error);
  const settle = (next: Kept) => {
    kept.change(next);
    save.reset();
  };
  return (
    <div className="fb-session fb-session-flat">
      <div className="fb-session-map">
        <FaceMap marks={planMarks(zones)} selected={chosen} onSelect={setChosen} label={text.map} />
      </div>
      <Stack gap={16}>
        {plan.devices.length === 0 ? (
          <Text size="sm">{text.noDevice}</Text>
        ) : (
          <Text size="sm">{text.limits(plan.devices.map(({ name }) => name).join(", "))}</Text>
        )}
        {chosen.size === 0 ? (
          <Text c="dimmed">{text.none}</Text>
        ) : (
          <PlannedZones
            chosen={[...chosen]}
            zones={zones}
            devices={plan.devices}
            fault={save.error}
            onChange={change}
          />
        )}
        {newer ? (
          <Alert
            role="alert"
            variant="outline"
            color="var(--fb-adapt)"
            title={text.newer(newer.plannedBy ?? text.somebody)}
          >
            <Group gap={8}>
              <Button variant="default" h={44} onClick={() => settle({ version: newer.version, zones })}>
                {messages.session.keepMine}
              </Button>
              <Button variant="default" h={44} onClick={() => settle({ version: newer.version, zones: newer.zones })}>
                {text.restore}
              </Button>
            </Group>
          </Alert>
        ) : (
          <PlanRefused fault={save.error} zones={zones} />
        )}
        <Group gap={8}>
          <Button h={44} loading={save.isPending} onClick={() => save.mutate({ version, zones })}>
            {text.save}
          </Button>
          <Button variant="subtle" h={44} onClick={onClose}>
            {text.back}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}

interface Refused {
  readonly fault: Error | null;
  readonly zones: readonly PlannedZone[];
}

/** Each refusal beside the zone that it is about; whatever else went wrong as everywhere. */
function PlanRefused({ fault, zones }: Refused) {
  const issues = fault instanceof ApiProblem ? fault.issues : [];
  return (
    <>
      <ProblemNote fault={fault} shownPaths={issues.map(({ path }) => path)} />
      {issues.length > 0 && (
        <ul>
          {issues.map(({ path, message }) => (
            <li key={path}>{messages.session.depthPlan.refused(zoneOf(path, zones), message)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function zoneOf(path: string, zones: readonly PlannedZone[]): string {
  const zone = zones[Number(path.split(".")[1])]?.zone;
  return zone ? zoneNames([zone]) : messages.session.depthPlan.title;
}

function newerPlan(fault: Error | null): DepthPlanView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  return DepthPlanView.safeParse(fault.current).data ?? null;
}
