import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { installationQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.selfBooking.code;

interface Code {
  readonly sentTo: string;
  readonly fault: Error | null;
  readonly isBusy: boolean;
  readonly onBook: (code: string) => void;
  readonly onSendAgain: () => void;
  readonly onOtherAddress: () => void;
}

export function CodeStep({ sentTo, fault, isBusy, onBook, onSendAgain, onOtherAddress }: Code) {
  const [code, setCode] = useState("");
  const [wasSentAgain, setWasSentAgain] = useState(false);
  const { data: installation } = useQuery(installationQuery);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onBook(code);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={20}>
        <Text style={{ overflowWrap: "anywhere" }}>{text.sent(sentTo)}</Text>
        <TextInput
          label={text.label}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          withAsterisk={false}
          value={code}
          error={fieldIssue(fault, "code")}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemNote fault={fieldIssue(fault, "code") === null ? fault : null} />
        <Button type="submit" size="lg" loading={isBusy}>
          {text.act}
        </Button>
        <Group gap={4}>
          <Button
            variant="subtle"
            onClick={() => {
              onSendAgain();
              setWasSentAgain(true);
            }}
          >
            {text.again}
          </Button>
          <Button variant="subtle" onClick={onOtherAddress}>
            {text.otherAddress}
          </Button>
        </Group>
        {wasSentAgain && (
          <Text role="status" c="dimmed">
            {text.sentAgain}
          </Text>
        )}
        {installation?.demo && (
          <Link to="/mailbox" target="_blank">
            {text.mailbox}
          </Link>
        )}
      </Stack>
    </form>
  );
}
