import type { ZoneId } from "@fibril/protocol";
import { compareWithLast, compareWithPlan } from "@fibril/session";
import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { messages } from "../../../messages/index.ts";
import { recordOf } from "../record-of.ts";
import { StepCard } from "../step-card.tsx";
import { zoneNames } from "../zone-choice.ts";
import { ZoneDifferences } from "../zone-differences.tsx";
import type { StepOf } from "./step-of.ts";
import { ZoneEditor } from "./zone-editor.tsx";

interface Zones extends StepOf {
  readonly chosen: readonly ZoneId[];
  readonly onChoose: (zones: readonly ZoneId[]) => void;
  /** The face map, where the screen is too narrow to show it beside. */
  readonly map: ReactNode;
}

export function ZonesStep({ view, record, change, missing, chosen, onChoose, map }: Zones) {
  const text = messages.session;
  const recorded = record.zones.map(({ zone }) => zone);
  const proposed = record.zones.filter(({ state }) => state === "proposed").map(({ zone }) => zone);
  // What was only proposed differs from nothing, and says nothing.
  const confirmed = recorded.length - proposed.length;
  const canPropose = view.last?.zones.some(({ zone }) => !record.zones.some((done) => done.zone === zone)) ?? false;
  const planLeft = view.plan?.some(({ zone }) => !record.zones.some((done) => done.zone === zone)) ?? false;
  return (
    <StepCard step="zones" missing={missing}>
      {map}
      {view.plan && planLeft && (
        <Button
          variant="default"
          h={44}
          onClick={() => view.plan && change({ do: "propose-from-plan", plan: view.plan })}
        >
          {text.proposePlan}
        </Button>
      )}
      {view.last && canPropose && (
        <Button
          variant="default"
          h={44}
          onClick={() => view.last && change({ do: "propose-from-last", last: recordOf(view.last) })}
        >
          {text.proposeLast}
        </Button>
      )}
      {proposed.length > 0 && (
        <div className="fb-session-proposed">
          <Text>{text.proposedZones(zoneNames(proposed))}</Text>
          <Group gap={8} mt={8}>
            <Button
              variant="default"
              h={44}
              onClick={() => {
                change({ do: "confirm-zones", zones: proposed });
                // What is still to be said of them is said of all at once.
                onChoose(proposed);
              }}
            >
              {text.confirmProposed(proposed.length)}
            </Button>
            <Button variant="subtle" h={44} onClick={() => change({ do: "remove-zones", zones: proposed })}>
              {text.dropProposed}
            </Button>
          </Group>
        </div>
      )}
      {chosen.length > 0 ? (
        <ZoneEditor record={record} change={change} chosen={chosen} />
      ) : (
        <Text c="dimmed">
          {record.zones.length === 0 ? text.chooseZones : text.zonesRecorded(confirmed, proposed.length)}
        </Text>
      )}
      {recorded.length > 0 && chosen.length === 0 && (
        <Button variant="default" h={44} onClick={() => onChoose(recorded)}>
          {text.chooseRecorded(recorded.length)}
        </Button>
      )}
      {view.plan && confirmed > 0 && (
        <ZoneDifferences
          title={text.againstPlan}
          against="plan"
          differences={compareWithPlan(view.plan, record.zones)}
        />
      )}
      {view.last && confirmed > 0 && (
        <ZoneDifferences
          title={text.againstLast}
          against="last"
          differences={compareWithLast(recordOf(view.last).zones, record.zones)}
        />
      )}
    </StepCard>
  );
}
