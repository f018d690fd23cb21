import { Button, Container, Stack, Text, Title } from "@mantine/core";
import { messages } from "../messages/index.ts";

export function NotFound() {
  return (
    <Container component="main" size="sm" py={64}>
      <Stack align="flex-start">
        <Title order={1}>{messages.shell.notFoundTitle}</Title>
        <Text c="dimmed">{messages.shell.notFoundText}</Text>
        <Button component="a" href="/">
          {messages.shell.goHome}
        </Button>
      </Stack>
    </Container>
  );
}
