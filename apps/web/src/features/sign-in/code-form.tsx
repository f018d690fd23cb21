import type { SignInView } from "@fibril/contract";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { CodeStep } from "./code-step.tsx";

const { signIn } = messages;

/** A patient's way in: an address, then the code that came to it. */
export function CodeForm({ onEnter }: { readonly onEnter: (signedIn: SignInView) => Promise<void> }) {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(0);
  const ask = useWrite({
    send: (body: { readonly email: string }, idempotencyKey) =>
      api.post("/api/sign-in/codes", { schema: z.unknown(), body, idempotencyKey }),
    onDone: () => setSent((before) => before + 1),
  });
  if (sent > 0)
    return (
      <CodeStep
        email={email}
        sent={sent}
        fault={ask.error}
        isSending={ask.isPending}
        onSendAgain={(whenSent) => ask.mutate({ email }, { onSuccess: whenSent })}
        onOtherAddress={() => {
          ask.reset();
          setSent(0);
        }}
        onEnter={onEnter}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ email });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text c="dimmed">{signIn.codeHelp}</Text>
        <TextInput
          label={signIn.email}
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          value={email}
          error={fieldIssue(ask.error, "email")}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProblemNote fault={ask.error} shownPaths={["email"]} />
        <Button type="submit" loading={ask.isPending} fullWidth>
          {signIn.sendCode}
        </Button>
      </Stack>
    </form>
  );
}
