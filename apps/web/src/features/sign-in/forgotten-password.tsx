import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
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
  const [sent, setSent] = useState(0);
  const ask = useWrite({
    send: (body: { readonly email: string }, idempotencyKey) =>
      api.post("/api/sign-in/new-password-requests", { schema: z.unknown(), body, idempotencyKey }),
    onDone: () => setSent((before) => before + 1),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ email });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text c="dimmed" role="status" style={{ overflowWrap: "anywhere" }}>
          {told(sent, email)}
        </Text>
        {sent === 0 ? (
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
        ) : (
          <Text size="sm" c="dimmed">
            {signIn.linkAgainHelp}
          </Text>
        )}
        <ProblemNote fault={ask.error} shownPaths={sent === 0 ? ["email"] : []} />
        <Button type="submit" variant={sent === 0 ? "filled" : "default"} loading={ask.isPending} fullWidth>
          {sent === 0 ? signIn.sendLink : signIn.linkAgain}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {signIn.backToSignIn}
        </Button>
      </Stack>
    </form>
  );
}

function told(sent: number, email: string): string {
  if (sent === 0) return signIn.forgottenHelp;
  return sent === 1 ? signIn.linkSent(email) : signIn.linkSentAgain(email);
}
