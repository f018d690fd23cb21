import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { DoneNote } from "./done-note.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { TokenPage } from "./token-page.tsx";

const { signIn } = messages;
const Joined = z.object({ email: z.string() });

export function InvitationScreen() {
  return (
    <TokenPage title={signIn.invitation} text={signIn.invitationText}>
      {(token) => <JoinForm token={token} />}
    </TokenPage>
  );
}

function JoinForm({ token }: { readonly token: string }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const join = useWrite({
    send: (body: { readonly token: string; readonly name: string; readonly password: string }, idempotencyKey) =>
      api.post("/api/staff/invitations/accept", { schema: Joined, body, idempotencyKey }),
  });
  if (join.isSuccess) return <DoneNote title={signIn.joined(join.data.email)} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate({ token, name, password });
      }}
    >
      <Stack gap={16}>
        <TextInput
          label={signIn.yourName}
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          error={fieldIssue(join.error, "name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPasswordField value={password} fault={join.error} onChange={setPassword} />
        <ProblemNote fault={join.error} shownPaths={["name", "password"]} />
        <Button type="submit" loading={join.isPending} fullWidth>
          {signIn.join}
        </Button>
      </Stack>
    </form>
  );
}
