import { Button, Stack, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";

interface Failed {
  readonly what: string;
  readonly retry: () => void;
  readonly why?: string;
}

export function LoadFailed({ what, retry, why }: Failed) {
  return (
    <Stack className="fb-card" align="flex-start" gap={8} role="alert">
      <Text fw={550}>{messages.ui.loadFailed(what)}</Text>
      <Text c="dimmed">{why ?? messages.ui.loadFailedKept}</Text>
      <Button variant="default" onClick={retry}>
        {messages.ui.tryAgain}
      </Button>
    </Stack>
  );
}
