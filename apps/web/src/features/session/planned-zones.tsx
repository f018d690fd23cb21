import type { DepthPlanView, PlannedZone } from "@fibril/contract";
import { techniqueFacts, type ZoneId } from "@fibril/protocol";
import { checkDepthPlan } from "@fibril/session";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { DepthStepper } from "../../ui/depth-stepper.tsx";
import { CountStepper } from "./count-stepper.tsx";
import { inCommonOf, shallowest, withPlanned } from "./planned-values.ts";
import { marksOf, usualDepthMm, zoneNames } from "./zone-choice.ts";

interface Planned {
  readonly chosen: readonly ZoneId[];
  readonly zones: readonly PlannedZone[];
  readonly devices: DepthPlanView["devices"];
  readonly fault: Error | null;
  readonly onChange: (zones: readonly PlannedZone[]) => void;
}

const mostPasses = 60;
/** Age and phototype set no limit of depth; the server asks the labels again with the patient's own. */
const nobody = { ageYears: null, weightKg: null, fitzpatrick: null };

/** One set of planned values for all the chosen zones, with the reason where the protocol asks for one. */
export function PlannedZones({ chosen, zones, devices, onChange }: Planned) {
  const text = messages.session;
  const limit = shallowest(devices);
  const mine = zones.filter(({ zone }) => chosen.includes(zone));
  const depthMm = inCommonOf(chosen, mine, "depthMm");
  const findings = checkDepthPlan(mine, { person: nobody, devices }).filter(({ severity }) => severity !== "warn");
  const needsReason = findings.some(({ severity }) => severity === "reason-required");
  const apply = (values: Partial<PlannedZone>) => onChange(withPlanned(zones, chosen, { values, limit }));
  const usual = () =>
    onChange(
      chosen.reduce(
        (before, zone) => withPlanned(before, [zone], { values: { depthMm: usualDepthMm(zone, limit) }, limit }),
        zones,
      ),
    );
  return (
    <div className="fb-zone-editor">
      <Text fw={550}>{text.zonesChosen(chosen.length, zoneNames(chosen))}</Text>
      <DepthStepper
        valueMm={depthMm ?? null}
        {...(depthMm === undefined ? { unset: text.differs } : {})}
        marks={marksOf(chosen, limit)}
        isProposed={mine.length > 0}
        onChange={(mm) => mm > 0 && apply({ depthMm: mm })}
      />
      {depthMm === undefined && <Text size="sm">{text.depthsDiffer}</Text>}
      <Group>
        <Button variant="default" h={44} onClick={usual}>
          {text.depthPlan.usual}
        </Button>
      </Group>
      <CountStepper
        label={text.passes}
        value={inCommonOf(chosen, mine, "passes")}
        start={techniqueFacts.passesPerQuadrant.from}
        max={mostPasses}
        onChange={(passes) => apply({ passes })}
      />
      {findings.length > 0 && (
        <ul className="fb-findings">
          {findings.map(({ rule, zone, severity, message }) => (
            <li key={`${rule} ${zone}`} data-severity={severity}>
              <p>
                <strong>{text.severities[severity]}</strong> {zone && zoneNames([zone])}: {message}
              </p>
            </li>
          ))}
        </ul>
      )}
      {needsReason && (
        <Textarea
          label={text.depthPlan.reason}
          autosize
          value={inCommonOf(chosen, mine, "reason") ?? ""}
          onChange={({ currentTarget: { value: reason } }) => apply({ reason })}
        />
      )}
      {mine.length > 0 && (
        <Button variant="subtle" h={44} onClick={() => onChange(zones.filter(({ zone }) => !chosen.includes(zone)))}>
          {text.depthPlan.removeZones(mine.length)}
        </Button>
      )}
    </div>
  );
}
