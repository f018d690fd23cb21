import { Text } from "@mantine/core";
import { messages } from "../messages/index.ts";

export function Loading({ what }: { readonly what?: string }) {
  return (
    <Text role="status" c="dimmed" py={16}>
      {what ?? messages.ui.loading}
    </Text>
  );
}
