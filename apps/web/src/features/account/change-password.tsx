import { Button, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { account, signIn } = messages;
const empty = { password: "", newPassword: "" };

/** The old one is asked again: a screen left open must not give the account away. */
export function ChangePassword() {
  const [typed, setTyped] = useState(empty);
  const queryClient = useQueryClient();
  const change = useWrite({
    send: (body: typeof empty, idempotencyKey) =>
      api.post("/api/account/password", { schema: z.unknown(), body, idempotencyKey }),
    onDone: async () => {
      setTyped(empty);
      await queryClient.invalidateQueries({ queryKey: ["sign-ins"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(typed);
  };
  const field = (name: keyof typeof empty, label: string, more: object) => (
    <PasswordInput
      label={label}
      required
      withAsterisk={false}
      value={typed[name]}
      error={fieldIssue(change.error, name)}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
      {...more}
    />
  );
  return (
    <section className="fb-card" aria-labelledby="own-password">
      <Title order={2} size="h4" id="own-password">
        {account.password}
      </Title>
      <Text c="dimmed" mb={12}>
        {account.passwordText}
      </Text>
      <form onSubmit={submit}>
        <Stack gap={16} maw={440}>
          {field("password", account.oldPassword, { autoComplete: "current-password" })}
          {field("newPassword", account.newPassword, {
            autoComplete: "new-password",
            description: signIn.passwordHint,
            minLength: 12,
          })}
          <ProblemNote fault={change.error} shownPaths={["password", "newPassword"]} />
          {change.isSuccess && <Text role="status">{account.changed}</Text>}
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {account.change}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
