import { Button, Stack, Text } from "@mantine/core";
import { ApiProblem } from "../api/api-problem.ts";
import { messages } from "../messages/index.ts";

interface Failed {
  readonly what: string;
  readonly retry: () => void;
  readonly why?: string;
  readonly fault?: Error | null;
  /** Where nothing else on the page is its heading. */
  readonly heading?: "h1";
}

/** What could not be shown and why: a no to this role is told as one, for trying again would not change it. */
export function LoadFailed({ what, retry, why, fault, heading }: Failed) {
  const { loadFailed, loadFailedKept, notForRole, notForRoleText, tryAgain } = messages.ui;
  const isRefused = fault instanceof ApiProblem && fault.status === 403;
  return (
    <Stack className="fb-card" align="flex-start" gap={8} role="alert">
      <Text fw={550} m={0} {...(heading ? { component: heading } : {})}>
        {isRefused ? notForRole : loadFailed(what)}
      </Text>
      <Text c="dimmed">{isRefused ? notForRoleText(what) : (why ?? loadFailedKept)}</Text>
      {!isRefused && (
        <Button variant="default" onClick={retry}>
          {tryAgain}
        </Button>
      )}
    </Stack>
  );
}
