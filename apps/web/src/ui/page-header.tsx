import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Header {
  readonly title: string;
  readonly lead?: ReactNode;
  /** At most one filled button. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, lead, actions }: Header) {
  return (
    <Group justify="space-between" align="flex-end" mb={24} gap={16}>
      <div>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
      </div>
      {actions && <Group gap={8}>{actions}</Group>}
    </Group>
  );
}
