import type { ServiceSetUpView } from "@fibril/contract";
import { Button, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messages } from "../../messages/index.ts";
import { kindWords, qualificationWords } from "./code-words.ts";
import { ResourceProblem } from "./resource-problem.tsx";
import { useResourceChange } from "./use-resources.ts";

const { resources } = messages;
const parts = [
  "prepMinutes",
  "treatmentMinutes",
  "notesMinutes",
  "roomTurnoverMinutes",
  "deviceCleaningMinutes",
] as const satisfies readonly (keyof ServiceSetUpView)[];

/** How long a service takes and what is kept free after it, for each of the three separately. */
export function ServiceCard({ service }: { readonly service: ServiceSetUpView }) {
  const { prepMinutes, treatmentMinutes, notesMinutes, roomTurnoverMinutes, deviceCleaningMinutes } = service;
  const [times, setTimes] = useState<Record<(typeof parts)[number], number>>({
    prepMinutes,
    treatmentMinutes,
    notesMinutes,
    roomTurnoverMinutes,
    deviceCleaningMinutes,
  });
  const change = useResourceChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: service.version, ...times };
    change.mutate({ method: "put", path: `/api/services/${service.id}/times`, body });
  };
  const { qualification, prepRoomKind, treatmentRoomKind, deviceKind } = service;
  return (
    <Stack component="article" className="fb-card" gap={12} aria-label={service.name}>
      <div>
        <Title order={2} size="h4">
          {service.name}
        </Title>
        <Text c="dimmed">
          {resources.needs(qualificationWords(qualification), kindWords(prepRoomKind), kindWords(treatmentRoomKind))}{" "}
          {deviceKind && resources.needsDevice(kindWords(deviceKind))}
        </Text>
      </div>
      <form onSubmit={submit}>
        <Stack gap={12}>
          <div className="fb-service-times">
            {parts.map((part) => (
              <NumberInput
                key={part}
                label={resources.minutes[part]}
                suffix={` ${resources.unit}`}
                value={times[part]}
                min={part === "treatmentMinutes" ? 5 : 0}
                max={480}
                step={5}
                allowDecimal={false}
                onChange={(value) => setTimes({ ...times, [part]: Number(value) })}
              />
            ))}
          </div>
          <ResourceProblem fault={change.error} />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {resources.save}
            </Button>
            <Text c="dimmed">{resources.servicesHint}</Text>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
