import { Button, Container, Group, Stack, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";
import { PageTitle } from "../ui/page-title.tsx";

/** Says what happened and what was kept; one screen's fault leaves the rest of the application usable. */
export function ErrorScreen({ error }: { readonly error: unknown }) {
  return (
    <Container component="main" size="sm" py={64}>
      <Stack align="flex-start" role="alert">
        <PageTitle tab={messages.shell.faultTitle}>{messages.shell.faultTitle}</PageTitle>
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
