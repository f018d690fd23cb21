import "./response-chart.css";
import { Button, Group, Progress, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";

interface WorkingOn {
  readonly working: "busy" | "stopped" | "failed" | "done" | "not-asked";
  /** 0 to 1. */
  readonly share: number;
  /** Whether an answer to an earlier question is still on the screen. */
  readonly isStale: boolean;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

/** How far a long calculation is, with a way out; its place is kept while it is done, so that nothing jumps. */
export function WorkingNote({ working, share, isStale, onStop, onAgain }: WorkingOn) {
  const text = messages.collagen.working;
  if (working === "not-asked" || (working === "done" && !isStale)) return <div className="fb-working" />;
  const percent = Math.round(share * 100);
  const words = { busy: text.busy(percent), stopped: text.stopped, failed: text.failed, done: "" }[working];
  return (
    <div className="fb-working">
      <Group gap={12} wrap="nowrap">
        <Text size="sm" c="dimmed" role="status">
          {isStale ? `${words} ${text.stale}` : words}
        </Text>
        <Button variant="default" size="compact-md" onClick={working === "busy" ? onStop : onAgain}>
          {working === "busy" ? text.stop : text.again}
        </Button>
      </Group>
      {working === "busy" && <Progress value={percent} size={4} aria-label={text.busy(percent)} />}
    </div>
  );
}
