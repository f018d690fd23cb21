import { MailboxView } from "@fibril/contract";
import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";
import { DayTime } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { messageParts } from "./address-token.ts";
import { messagesAbout } from "./messages-about.ts";

const { signIn } = messages;

const mailboxQuery = queryOptions({
  queryKey: ["mailbox"],
  queryFn: ({ signal }) => api.get("/api/demo/mailbox", { schema: MailboxView, signal }),
  refetchInterval: 10_000,
});

const pageOf = 10;

/** Of the demo: what would have been sent, so that every link and code can be followed without a mail server. */
export function Mailbox() {
  const mailbox = useQuery(mailboxQuery);
  const [sought, setSought] = useState("");
  const [shown, setShown] = useState(pageOf);
  if (mailbox.error instanceof ApiProblem && mailbox.error.status === 404) {
    return <EmptyState title={signIn.mailboxNotDemo} text={signIn.mailboxNotDemoText} />;
  }
  if (mailbox.isError)
    return <LoadFailed what={signIn.mailboxWhat} fault={mailbox.error} retry={() => void mailbox.refetch()} />;
  if (!mailbox.data) return <Loading />;
  const found = messagesAbout(mailbox.data.messages, sought);
  return (
    <>
      <PageHeader
        title={signIn.mailbox}
        lead={signIn.mailboxLead}
        actions={
          <Button variant="default" loading={mailbox.isRefetching} onClick={() => void mailbox.refetch()}>
            {signIn.mailboxRefresh}
          </Button>
        }
      />
      {mailbox.data.messages.length === 0 && <EmptyState title={signIn.mailboxNone} text={signIn.mailboxNoneText} />}
      {mailbox.data.messages.length > 0 && (
        <TextInput
          label={signIn.mailboxFind}
          description={signIn.mailboxFound(found.length, mailbox.data.messages.length)}
          maw={420}
          mb={16}
          value={sought}
          onChange={({ currentTarget: { value } }) => {
            setSought(value);
            setShown(pageOf);
          }}
        />
      )}
      <Stack component="ol" gap={12} className="fb-mailbox">
        {found.slice(0, shown).map(({ id, to, subject, text, at }) => (
          <li key={id} className="fb-card">
            <Title order={2} size="h4">
              {subject}
            </Title>
            <Text c="dimmed" size="sm">
              {signIn.mailboxTo(to)}, <DayTime instant={at} />
            </Text>
            <p className="fb-mail-text">
              {messageParts(text).map((part) =>
                part.href === null ? (
                  part.text
                ) : (
                  <a key={part.text} href={part.href}>
                    {part.text}
                  </a>
                ),
              )}
            </p>
          </li>
        ))}
      </Stack>
      {found.length > shown && (
        <Button mt={16} variant="default" onClick={() => setShown(shown + pageOf)}>
          {messages.ui.more}
        </Button>
      )}
    </>
  );
}
