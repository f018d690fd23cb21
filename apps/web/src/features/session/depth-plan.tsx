import "./session.css";
import type { DepthPlanView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { FaceMap } from "../../ui/face-map.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { DepthPlanEditor } from "./depth-plan-editor.tsx";
import { depthPlanQuery } from "./session-queries.ts";
import { planMarks, zoneNames } from "./zone-choice.ts";

/** Depth and passes meant for each zone of an open course: the practitioner's own, never computed for a person. */
export function DepthPlan({ courseId }: { readonly courseId: string }) {
  const plan = useQuery(depthPlanQuery(courseId));
  const [isEditing, setIsEditing] = useState(false);
  const text = messages.session.depthPlan;
  if (plan.status === "pending") return <Loading />;
  if (plan.status === "error")
    return <LoadFailed what={text.theOpenPlan} fault={plan.error} retry={() => void plan.refetch()} />;
  return (
    <Stack component="section" className="fb-card" gap={12} my={20} aria-label={text.title}>
      <Title order={2} size="h4">
        {text.title}
      </Title>
      {isEditing ? (
        <DepthPlanEditor key={courseId} plan={plan.data} onClose={() => setIsEditing(false)} />
      ) : (
        <StandingPlan plan={plan.data} onChange={() => setIsEditing(true)} />
      )}
    </Stack>
  );
}

interface Standing {
  readonly plan: DepthPlanView;
  readonly onChange: () => void;
}

function StandingPlan({ plan: { zones, plannedBy, plannedAt }, onChange }: Standing) {
  const mayChange = useQuery(signInQuery).data?.membership.role === "practitioner";
  const { timeZone } = useClinicClock();
  const text = messages.session.depthPlan;
  const isEmpty = zones.length === 0;
  return (
    <>
      {isEmpty ? (
        <Text c="dimmed">{mayChange ? text.none : text.noneToSee}</Text>
      ) : (
        <div className="fb-depth-plan">
          <FaceMap marks={planMarks(zones)} selected={new Set()} label={text.map} />
          <ul>
            {zones.map(({ zone, depthMm, passes, reason }) => (
              <li key={zone}>
                {text.planned(zoneNames([zone]), messages.ui.depthValue(depthMm.toFixed(2)), passesText(passes))}
                {reason !== "" && <span className="fb-muted"> {reason}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {plannedBy && plannedAt && <Text size="sm">{text.by(plannedBy, dayTime(plannedAt, timeZone))}</Text>}
      {mayChange && (
        <Group>
          <Button variant="default" h={44} onClick={onChange}>
            {isEmpty ? text.set : text.change}
          </Button>
        </Group>
      )}
    </>
  );
}

function passesText(passes: number | null): string {
  return passes === null ? messages.session.depthPlan.anyPasses : messages.session.passCount(passes);
}
