import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Empty {
  readonly title: string;
  readonly text?: string;
  /** The one thing to do about it. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, children }: Empty) {
  return (
    <Stack className="fb-card" align="flex-start" gap={8} py={32}>
      <Text fw={550}>{title}</Text>
      {text && <Text c="dimmed">{text}</Text>}
      {children}
    </Stack>
  );
}
