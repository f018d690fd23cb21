import type { SessionRecord } from "@fibril/session";
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../../messages/index.ts";
import { dayText } from "../../../ui/day.tsx";
import { LoadFailed } from "../../../ui/load-failed.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { Choice } from "../choice.tsx";
import { devicesQuery } from "../session-queries.ts";
import { StepCard } from "../step-card.tsx";
import { CartridgeForm } from "./cartridge-form.tsx";
import type { StepOf } from "./step-of.ts";

export function DeviceStep(step: StepOf & { readonly replace: (record: SessionRecord) => void }) {
  const { record, change, missing, view, replace } = step;
  const text = messages.session;
  return (
    <StepCard step="device" missing={missing}>
      <Devices {...step} />
      {record.device && <Label device={record.device} />}
      {record.cartridges.length > 0 && (
        <ul className="fb-session-list" aria-label={text.cartridges}>
          {record.cartridges.map(({ lot, unit, expiresOn }) => (
            <li key={`${lot} ${unit}`}>
              <span className="fb-number">{text.cartridge(lot, unit, dayText(expiresOn))}</span>
              <Button
                variant="subtle"
                h={44}
                aria-label={text.removeCartridgeOf(unit)}
                onClick={() => change({ do: "remove-cartridge", unit })}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <CartridgeForm view={view} record={record} replace={replace} />
    </StepCard>
  );
}

function Devices({ record, change }: StepOf) {
  const devices = useQuery(devicesQuery);
  const text = messages.session;
  switch (devices.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.devices} fault={devices.error} retry={() => void devices.refetch()} />;
    case "success":
      return (
        <Choice
          legend={text.device}
          options={devices.data.devices.map(({ id, name, serial }) => ({ value: id, label: name, hint: serial }))}
          chosen={record.device ? [record.device.deviceId] : []}
          onChoose={(chosenId) => {
            const chosen = devices.data.devices.find(({ id }) => id === chosenId);
            if (chosen) {
              const { id: deviceId, serial, label } = chosen;
              change({ do: "choose-device", device: { deviceId, serial, label } });
            }
          }}
        >
          {devices.data.devices.length === 0 && <p className="fb-muted">{text.noDevices}</p>}
        </Choice>
      );
  }
}

function Label({ device: { label } }: { readonly device: NonNullable<SessionRecord["device"]> }) {
  const text = messages.session;
  return (
    <Text size="sm" c="dimmed">
      {text.deviceLabel(
        label.maxDepthMm,
        label.minAgeYears,
        label.sites?.map((site) => text.regions[site]).join(", ") ?? null,
      )}
    </Text>
  );
}
