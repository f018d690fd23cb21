import { SignInView } from "@fibril/contract";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

/** A patient's way in: an address, then the code that came to it. */
export function CodeForm({ onEnter }: { readonly onEnter: (signedIn: SignInView) => Promise<void> }) {
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const ask = useWrite({
    send: (body: { readonly email: string }, idempotencyKey) =>
      api.post("/api/sign-in/codes", { schema: z.unknown(), body, idempotencyKey }),
  });
  const enter = useWrite({
    send: (body: { readonly email: string; readonly code: string }, idempotencyKey) =>
      api.post("/api/sign-in/code", { schema: SignInView, body, idempotencyKey }),
    onDone: onEnter,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ask.isSuccess) enter.mutate({ email, code });
    else ask.mutate({ email });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text c="dimmed">{ask.isSuccess ? messages.signIn.codeSent(email) : messages.signIn.codeHelp}</Text>
        {ask.isSuccess ? (
          <TextInput
            key="code"
            label={messages.signIn.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            required
            withAsterisk={false}
            autoFocus
            value={code}
            error={fieldIssue(enter.error, "code")}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key="email"
            label={messages.signIn.email}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            value={email}
            error={fieldIssue(ask.error, "email")}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <ProblemNote fault={ask.error ?? enter.error} shownPaths={["email", "code"]} />
        <Button type="submit" loading={ask.isPending || enter.isPending} fullWidth>
          {ask.isSuccess ? messages.signIn.enter : messages.signIn.sendCode}
        </Button>
        {ask.isSuccess && (
          <Button variant="subtle" onClick={() => ask.reset()}>
            {messages.signIn.otherAddress}
          </Button>
        )}
      </Stack>
    </form>
  );
}
