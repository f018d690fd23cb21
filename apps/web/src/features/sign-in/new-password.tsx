import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { DoneNote } from "./done-note.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { TokenPage } from "./token-page.tsx";

const { signIn } = messages;

export function NewPasswordScreen() {
  return (
    <TokenPage title={signIn.newPassword} text={signIn.newPasswordText}>
      {(token) => <NewPasswordForm token={token} />}
    </TokenPage>
  );
}

function NewPasswordForm({ token }: { readonly token: string }) {
  const [password, setPassword] = useState("");
  const set = useWrite({
    send: (body: { readonly token: string; readonly password: string }, idempotencyKey) =>
      api.post("/api/sign-in/new-password", { schema: z.unknown(), body, idempotencyKey }),
  });
  if (set.isSuccess) return <DoneNote title={signIn.passwordSet} text={signIn.passwordSetText} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ token, password });
      }}
    >
      <Stack gap={16}>
        <NewPasswordField value={password} fault={set.error} onChange={setPassword} />
        <ProblemNote fault={set.error} shownPaths={["password"]} />
        <Button type="submit" loading={set.isPending} fullWidth>
          {signIn.setPassword}
        </Button>
      </Stack>
    </form>
  );
}
