import type { FirstOwnerBody } from "@fibril/contract";
import { Button, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { installationQuery } from "../../api/sign-in-query.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { DoneNote } from "./done-note.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { OutsideCard } from "./outside-card.tsx";
import { TokenPage } from "./token-page.tsx";

const { signIn } = messages;
const Founded = z.object({ email: z.string() });

export function FirstOwnerScreen() {
  const installation = useQuery(installationQuery);
  const [wasNeeded, setWasNeeded] = useState(false);
  if (installation.data?.needsFirstOwner && !wasNeeded) setWasNeeded(true);
  if (installation.data && !installation.data.needsFirstOwner && !wasNeeded) {
    return (
      <OutsideCard title={signIn.firstOwnerNone} text={signIn.firstOwnerNoneText}>
        <Link to="/sign-in">{signIn.title}</Link>
      </OutsideCard>
    );
  }
  return (
    <TokenPage title={signIn.firstOwner} text={signIn.firstOwnerText}>
      {(token) => <FirstOwnerForm token={token} />}
    </TokenPage>
  );
}

const fields = [
  { name: "clinicName", label: signIn.clinicName, autoComplete: "organization", type: "text" },
  { name: "timeZone", label: signIn.timeZone, autoComplete: "off", type: "text" },
  { name: "name", label: signIn.yourName, autoComplete: "name", type: "text" },
  { name: "email", label: signIn.email, autoComplete: "username", type: "email" },
] as const;

/** What was typed is kept through a reload, but never the password. */
function FirstOwnerForm({ token }: { readonly token: string }) {
  const draft = useDraft("first-owner", { clinicName: "", timeZone: ownTimeZone(), name: "", email: "" });
  const [password, setPassword] = useState("");
  const start = useWrite({
    send: (body: z.infer<typeof FirstOwnerBody>, idempotencyKey) =>
      api.post("/api/first-owner", { schema: Founded, body, idempotencyKey }),
    onDone: () => draft.clear(),
  });
  if (start.isSuccess) return <DoneNote title={signIn.firstOwnerDone(start.data.email)} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate({ token, ...draft.value, password });
      }}
    >
      <Stack gap={16}>
        {fields.map(({ name, label, autoComplete, type }) => (
          <TextInput
            key={name}
            label={label}
            type={type}
            autoComplete={autoComplete}
            required
            withAsterisk={false}
            {...(name === "timeZone" ? { description: signIn.timeZoneHint } : {})}
            value={draft.value[name]}
            error={fieldIssue(start.error, name)}
            onChange={(event) => draft.change({ ...draft.value, [name]: event.currentTarget.value })}
          />
        ))}
        <NewPasswordField value={password} fault={start.error} onChange={setPassword} />
        <ProblemNote fault={start.error} shownPaths={[...fields.map(({ name }) => name), "password"]} />
        <Button type="submit" loading={start.isPending} fullWidth>
          {signIn.startClinic}
        </Button>
      </Stack>
    </form>
  );
}

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
