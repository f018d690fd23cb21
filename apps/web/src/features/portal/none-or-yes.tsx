import { Alert, Button, Stack } from "@mantine/core";
import { useEffect, useRef } from "react";
import { messages } from "../../messages/index.ts";

interface Asked {
  /** What would be taken back, as it was asked and answered. */
  readonly said: readonly string[];
  readonly onKeep: () => void;
  readonly onTakeBack: () => void;
}

const text = messages.portal.checkIn;

/** "None of these" after a yes: a red flag must not vanish by one tap, so it is asked which of the two holds. */
export function NoneOrYes({ said, onKeep, onTakeBack }: Asked) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Alert role="alert" variant="outline" color="var(--fb-adapt)" title={text.saidOtherwise}>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Stack gap={8} mt={12}>
        <Button ref={keep} h={48} onClick={onKeep}>
          {text.keepSaid}
        </Button>
        <Button variant="default" h={48} onClick={onTakeBack}>
          {text.takeBack}
        </Button>
      </Stack>
    </Alert>
  );
}
