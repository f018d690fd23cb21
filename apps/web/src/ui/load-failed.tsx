import { Button, Stack, Text } from "@mantine/core";
import { ApiProblem } from "../api/api-problem.ts";
import { messages } from "../messages/index.ts";
import { PageTitle } from "./page-title.tsx";

interface Failed {
  readonly what: string;
  readonly retry: () => void;
  readonly why?: string;
  readonly fault?: Error | null;
  /** Where nothing else on the page is its heading. */
  readonly isPage?: boolean;
}

/** What could not be shown and why: a no to this role is told as one, for trying again would not change it. */
export function LoadFailed({ what, retry, why, fault, isPage = false }: Failed) {
  const { loadFailed, loadFailedKept, notForRole, notForRoleText, tryAgain } = messages.ui;
  const isRefused = fault instanceof ApiProblem && fault.status === 403;
  const title = isRefused ? notForRole : loadFailed(what);
  return (
    <Stack className="fb-card" align="flex-start" gap={8} role="alert">
      {isPage ? (
        <PageTitle tab={title} size="md" fw={550}>
          {title}
        </PageTitle>
      ) : (
        <Text fw={550}>{title}</Text>
      )}
      <Text c="dimmed">{isRefused ? notForRoleText(what) : (why ?? loadFailedKept)}</Text>
      {!isRefused && (
        <Button variant="default" onClick={retry}>
          {tryAgain}
        </Button>
      )}
    </Stack>
  );
}
