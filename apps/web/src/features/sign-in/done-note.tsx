import { Alert, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";

interface Done {
  readonly title: string;
  readonly text?: string;
}

export function DoneNote({ title, text }: Done) {
  return (
    <Stack gap={16}>
      <Alert role="status" color="var(--fb-suitable)" variant="outline" title={title}>
        {text}
      </Alert>
      <Link to="/sign-in">{messages.signIn.title}</Link>
    </Stack>
  );
}
