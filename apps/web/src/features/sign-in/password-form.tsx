import type { SignInView } from "@fibril/contract";
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { useSignIn } from "./use-sign-in.ts";

interface Form {
  readonly onEnter: (signedIn: SignInView) => Promise<void>;
  readonly onForgotten: () => void;
}

export function PasswordForm({ onEnter, onForgotten }: Form) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useSignIn(onEnter);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email, password });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label={messages.signIn.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          error={fieldIssue(signIn.error, "email")}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={messages.signIn.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          error={fieldIssue(signIn.error, "password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemNote fault={signIn.error} shownPaths={["email", "password"]} />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {messages.signIn.enter}
        </Button>
        <Button variant="subtle" onClick={onForgotten}>
          {messages.signIn.forgotten}
        </Button>
      </Stack>
    </form>
  );
}
