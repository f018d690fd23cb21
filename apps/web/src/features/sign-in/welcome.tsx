import { SignInView } from "@fibril/contract";
import { Button, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { TokenPage } from "./token-page.tsx";
import { useEnter } from "./use-enter.ts";

const { signIn } = messages;

/** A press is needed: mail programs open links to look at them, and this one works once. */
export function WelcomeScreen() {
  return (
    <TokenPage title={signIn.welcome} text={signIn.welcomeText}>
      {(token) => <EnterByLink token={token} />}
    </TokenPage>
  );
}

function EnterByLink({ token }: { readonly token: string }) {
  const onEnter = useEnter("/my");
  const enter = useWrite({
    send: (body: { readonly token: string }, idempotencyKey) =>
      api.post("/api/sign-in/link", { schema: SignInView, body, idempotencyKey }),
    onDone: onEnter,
  });
  return (
    <Stack gap={16}>
      <ProblemNote fault={enter.error} />
      {enter.isError ? (
        <>
          <Text>{signIn.welcomeFailed}</Text>
          <Link to="/sign-in">{signIn.title}</Link>
        </>
      ) : (
        <Button fullWidth loading={enter.isPending} onClick={() => enter.mutate({ token })}>
          {signIn.welcomeEnter}
        </Button>
      )}
    </Stack>
  );
}
