import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { PageTitle } from "./page-title.tsx";

interface Header {
  readonly title: string;
  /** What the browser's tab says where the title holds a patient's name. */
  readonly tab?: string;
  readonly lead?: ReactNode;
  /** At most one filled button. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, tab = title, lead, actions }: Header) {
  return (
    <Group justify="space-between" align="flex-end" mb={24} gap={16}>
      <div>
        <PageTitle tab={tab}>{title}</PageTitle>
        {lead && <Text c="dimmed">{lead}</Text>}
      </div>
      {actions && <Group gap={8}>{actions}</Group>}
    </Group>
  );
}
