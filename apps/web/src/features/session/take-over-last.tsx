import { antiseptics } from "@fibril/protocol";
import type { SessionChange, SessionRecord } from "@fibril/session";
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { type LastSetUp, lastSetUp } from "./last-set-up.ts";
import { devicesQuery } from "./session-queries.ts";

interface TakeOver {
  readonly last: SessionRecord | null;
  readonly record: SessionRecord;
  readonly change: (...changes: readonly SessionChange[]) => void;
  readonly replace: (record: SessionRecord) => void;
}

/** One touch for what is the same as last time; what was taken over is named, and can be taken back. */
export function TakeOverLast({ last, record, change, replace }: TakeOver) {
  const { data } = useQuery(devicesQuery);
  const [taken, setTaken] = useState<LastSetUp | null>(null);
  const offered = lastSetUp({ last, record, devices: data?.devices ?? [] });
  const text = messages.session;
  const isTaken =
    taken !== null && record.antiseptic === taken.antiseptic && record.device?.deviceId === taken.device.id;
  if (isTaken)
    return (
      <div className="fb-session-proposed" role="status">
        <Text>{text.tookOver(wordsOf(taken))}</Text>
        <Button
          variant="subtle"
          h={44}
          onClick={() => {
            setTaken(null);
            replace({ ...record, antiseptic: null, device: null });
          }}
        >
          {messages.ui.undo}
        </Button>
      </div>
    );
  if (!offered) return null;
  const { id: deviceId, serial, label } = offered.device;
  return (
    <div className="fb-session-proposed">
      <Text>{text.setUpLast(wordsOf(offered))}</Text>
      <Button
        variant="default"
        h={44}
        onClick={() => {
          setTaken(offered);
          change(
            { do: "choose-antiseptic", antiseptic: offered.antiseptic },
            { do: "choose-device", device: { deviceId, serial, label } },
          );
        }}
      >
        {text.takeOverLast}
      </Button>
    </div>
  );
}

function wordsOf({ antiseptic, device }: LastSetUp): string {
  return `${antiseptics[antiseptic].label}; ${device.name} (${device.serial})`;
}
