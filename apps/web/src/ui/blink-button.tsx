import { Button, Group } from "@mantine/core";
import { messages } from "../messages/index.ts";
import type { Blink } from "./use-blink.ts";

export function BlinkButton({ blink }: { readonly blink: Blink }) {
  return (
    <Group gap={8} mt={8}>
      <Button variant="default" onClick={blink.swap}>
        {blink.isSecond ? messages.ui.before : messages.ui.after}
      </Button>
      <Button variant="subtle" onClick={blink.toggle}>
        {blink.isRunning ? messages.ui.blinkPause : messages.ui.blinkRun}
      </Button>
    </Group>
  );
}
