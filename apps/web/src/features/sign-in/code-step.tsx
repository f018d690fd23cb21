import { SignInView } from "@fibril/contract";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { signIn } = messages;

interface Code {
  readonly email: string;
  /** How many codes were sent to this address; only the last one works. */
  readonly sent: number;
  readonly fault: Error | null;
  readonly isSending: boolean;
  /** Calls back once a new code is on its way: until then the one that was typed may still be right. */
  readonly onSendAgain: (whenSent: () => void) => void;
  readonly onOtherAddress: () => void;
  readonly onEnter: (signedIn: SignInView) => Promise<void>;
}

export function CodeStep({ email, sent, fault, isSending, onSendAgain, onOtherAddress, onEnter }: Code) {
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const enter = useWrite({
    send: (body: { readonly email: string; readonly code: string }, idempotencyKey) =>
      api.post("/api/sign-in/code", { schema: SignInView, body, idempotencyKey }),
    onDone: onEnter,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email, code });
  };
  const beginAnew = () => {
    enter.reset();
    setCode("");
    field.current?.focus();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <Text c="dimmed" role="status" style={{ overflowWrap: "anywhere" }}>
          {sent > 1 ? signIn.codeSentAgain(email) : signIn.codeSent(email)}
        </Text>
        <TextInput
          ref={field}
          label={signIn.code}
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
        <ProblemNote fault={fault ?? enter.error} shownPaths={["code"]} />
        <Button type="submit" loading={enter.isPending} fullWidth>
          {signIn.enter}
        </Button>
        <Text size="sm" c="dimmed">
          {signIn.codeAgainHelp}
        </Text>
        <Button variant="default" loading={isSending} onClick={() => onSendAgain(beginAnew)}>
          {signIn.codeAgain}
        </Button>
        <Button variant="subtle" onClick={onOtherAddress}>
          {signIn.otherAddress}
        </Button>
      </Stack>
    </form>
  );
}
