import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { signIn } = messages;

/** The answer never tells whether the address is known. */
export function ForgottenPassword({ onBack }: { readonly onBack: () => void }) {
  const [email, setEmail] = useState("");
  const ask = useWrite({
    send: (body: { readonly email: string }, idempotencyKey) =>
      api.post("/api/sign-in/new-password-requests", { schema: z.unknown(), body, idempotencyKey }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ email });
      }}
    >
      <Stack gap={16}>
        <Text c="dimmed" role="status">
          {ask.isSuccess ? signIn.linkSent(email) : signIn.forgottenHelp}
        </Text>
        {!ask.isSuccess && (
          <>
            <TextInput
              label={signIn.email}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              error={fieldIssue(ask.error, "email")}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ProblemNote fault={ask.error} shownPaths={["email"]} />
            <Button type="submit" loading={ask.isPending} fullWidth>
              {signIn.sendLink}
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onBack}>
          {signIn.backToSignIn}
        </Button>
      </Stack>
    </form>
  );
}
