import { Button, Container, Group, Stack, Text, Title } from "@mantine/core";
import { messages } from "../messages/index.ts";

/** Says what happened and what was kept; one screen's fault leaves the rest of the application usable. */
export function ErrorScreen({ error }: { readonly error: unknown }) {
  return (
    <Container component="main" size="sm" py={64}>
      <Stack align="flex-start" role="alert">
        <Title order={1}>{messages.shell.faultTitle}</Title>
        <Text>{messages.shell.faultKept}</Text>
        <Text c="dimmed" size="sm">
          {messages.shell.faultDetail}: {error instanceof Error ? error.message : String(error)}
        </Text>
        <Group>
          <Button onClick={() => window.location.reload()}>{messages.shell.reload}</Button>
          <Button component="a" href="/" variant="default">
            {messages.shell.goHome}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
