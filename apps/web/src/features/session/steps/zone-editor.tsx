import { bleedingGrades, type Direction, directions, endPoints, techniqueFacts, type ZoneId } from "@fibril/protocol";
import type { SessionChange, SessionRecord, ZoneValues } from "@fibril/session";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { messages } from "../../../messages/index.ts";
import { DepthStepper } from "../../../ui/depth-stepper.tsx";
import { Choice } from "../choice.tsx";
import { CountStepper } from "../count-stepper.tsx";
import { expectedAt, inCommon, marksOf, usualDepthMm, withOnlyCartridge, zoneNames } from "../zone-choice.ts";

interface Editor {
  readonly record: SessionRecord;
  readonly change: (...changes: readonly SessionChange[]) => void;
  readonly chosen: readonly ZoneId[];
}

const mostPasses = 60;

/** One set of values for all the chosen zones; what differs between them is said, never averaged. */
export function ZoneEditor({ record, change, chosen }: Editor) {
  const text = messages.session;
  const label = record.device?.label ?? null;
  const of = <Key extends Parameters<typeof inCommon>[2]>(key: Key) => inCommon(record, chosen, key);
  const apply = (values: ZoneValues) =>
    change({ do: "apply-to-zones", zones: chosen, values: withOnlyCartridge(record, chosen, values) });
  const depthMm = of("depthMm");
  const expected = expectedAt(depthMm);
  return (
    <div className="fb-zone-editor">
      <Text fw={550}>{text.zonesChosen(chosen.length, zoneNames(chosen))}</Text>
      <DepthStepper
        valueMm={depthMm ?? null}
        {...(depthMm === undefined ? { unset: text.differs } : {})}
        marks={marksOf(chosen, label)}
        isProposed={of("state") === "proposed"}
        onChange={(mm) => apply({ depthMm: mm > 0 ? mm : null })}
      />
      {depthMm === undefined && <Text size="sm">{text.depthsDiffer}</Text>}
      {label?.maxDepthMm == null && <Text size="sm">{text.deviceLimitUnknown}</Text>}
      <UsualDepths record={record} change={change} chosen={chosen} />
      <CountStepper
        label={text.passes}
        value={of("passes")}
        start={techniqueFacts.passesPerQuadrant.from}
        max={mostPasses}
        onChange={(passes) => apply({ passes })}
      />
      <Choice
        legend={text.endPoint}
        options={endPoints.map((value) => ({
          value,
          label: text.endPoints[value],
          hint: expected.includes(value) ? text.fitsDepth : undefined,
        }))}
        chosen={single(of("endPoint"))}
        onChoose={(endPoint) => apply({ endPoint })}
      />
      <Choice
        legend={text.bleeding}
        options={bleedingGrades.map((value) => ({ value, label: text.bleedingGrades[value] }))}
        chosen={single(of("bleeding"))}
        onChoose={(bleeding) => apply({ bleeding })}
      />
      <Choice
        legend={text.directions}
        options={directions.map((value) => ({ value, label: text.directionNames[value] }))}
        chosen={of("directions") ?? []}
        onChoose={(direction) => apply({ directions: toggled(of("directions") ?? [], direction) })}
      />
      <Cartridges
        record={record}
        chosen={single(of("cartridgeUnit"))}
        onChoose={(unit) => apply({ cartridgeUnit: unit })}
      />
      <TextInput
        label={text.speed}
        value={of("speed") ?? ""}
        onChange={({ currentTarget: { value } }) => apply({ speed: value === "" ? null : value })}
      />
      {chosen.includes("body") && (
        <TextInput
          label={text.place}
          value={of("place") ?? ""}
          onChange={({ currentTarget: { value } }) => apply({ place: value })}
        />
      )}
      <Button variant="subtle" h={44} onClick={() => change({ do: "remove-zones", zones: chosen })}>
        {text.removeZones(chosen.length)}
      </Button>
    </div>
  );
}

/** Each zone's own usual depth at once: the table's default, held to the device's limit. */
function UsualDepths({ record, change, chosen }: Editor) {
  const label = record.device?.label ?? null;
  const depths = [...new Set(chosen.map((zone) => usualDepthMm(zone, label)))];
  const setAll = () =>
    change(
      ...depths.map((depthMm) => {
        const zones = chosen.filter((zone) => usualDepthMm(zone, label) === depthMm);
        return { do: "apply-to-zones" as const, zones, values: withOnlyCartridge(record, zones, { depthMm }) };
      }),
    );
  return (
    <Group>
      <Button variant="default" h={44} onClick={setAll}>
        {messages.session.usualDepths}
      </Button>
    </Group>
  );
}

interface Units {
  readonly record: SessionRecord;
  readonly chosen: readonly string[];
  readonly onChoose: (unit: string) => void;
}

function Cartridges({ record, chosen, onChoose }: Units) {
  const text = messages.session;
  if (record.cartridges.length === 0) return <Text size="sm">{text.noCartridgeYet}</Text>;
  return (
    <Choice
      legend={text.cartridgeUsed}
      options={record.cartridges.map(({ unit, lot }) => ({ value: unit, label: unit, hint: lot }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

function single<Value>(value: Value | null | undefined): readonly Value[] {
  return value === null || value === undefined ? [] : [value];
}

function toggled(chosen: readonly Direction[], direction: Direction): readonly Direction[] {
  return chosen.includes(direction) ? chosen.filter((other) => other !== direction) : [...chosen, direction];
}
