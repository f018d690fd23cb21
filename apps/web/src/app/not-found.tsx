import { Button, Container, Stack, Text } from "@mantine/core";
import { messages } from "../messages/index.ts";
import { PageTitle } from "../ui/page-title.tsx";

export function NotFound() {
  return (
    <Container component="main" size="sm" py={64}>
      <Stack align="flex-start">
        <PageTitle tab={messages.shell.notFoundTitle}>{messages.shell.notFoundTitle}</PageTitle>
        <Text c="dimmed">{messages.shell.notFoundText}</Text>
        <Button component="a" href="/">
          {messages.shell.goHome}
        </Button>
      </Stack>
    </Container>
  );
}
